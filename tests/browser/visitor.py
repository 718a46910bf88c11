"""Somebody who looks at pages in a real browser, and what a test may ask of them."""

import json

# Sizes in CSS pixels. 320 is what a screen of 1280 has left at a zoom of 400 %: WCAG 1.4.10.
DESKTOP, PHONE, ZOOMED = (1280, 900), (390, 844), (320, 640)


FOCUSED = """
const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
const isPageItself = e === document.body;
return {
  tag: e.tagName, words: e.textContent.trim().slice(0, 60),
  is_outlined: isPageItself || (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2),
  is_in_view: isPageItself || (r.width > 0 && r.bottom > 0 && r.right > 0
    && r.top < innerHeight && r.left < innerWidth),
};
"""


class Visitor:
    """Somebody at a browser: how large the screen is, and what the system is set to."""

    def __init__(self, driver):
        self.driver = driver

    def sees(self, size, **media):
        """A screen of that size; `media` are features as the style sheet asks for them."""
        width, height = size
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500},
        )
        features = [{"name": k.replace("_", "-"), "value": v} for k, v in media.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def goes_to(self, address):
        self.driver.get(address)

    def asks(self, script, *arguments):
        return self.driver.execute_script(f"return {script}", *arguments)

    def heard(self):
        """The messages of the console since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def fetched(self):
        """The answers of the network since it was last asked: address and bytes on the wire."""
        addresses, sizes = {}, {}
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            about = message["params"]
            if message["method"] == "Network.requestWillBeSent":
                addresses[about["requestId"]] = about["request"]["url"]
            elif message["method"] == "Network.loadingFinished":
                sizes[about["requestId"]] = about["encodedDataLength"]
        return [(address, sizes.get(key, 0)) for key, address in addresses.items()]

    def presses(self, key):
        """Press a key, by its name."""
        from selenium.webdriver import ActionChains, Keys

        ActionChains(self.driver).send_keys(getattr(Keys, key)).perform()

    def tabs(self):
        """One press of the Tab key: where it led, and whether that can be seen."""
        self.presses("TAB")
        return self.driver.execute_script(FOCUSED)

    def reads(self):
        """All words of the page as a screen reader gets them; works where scripts are off."""
        tree = self.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})
        return " ".join(
            node["name"]["value"]
            for node in tree["nodes"]
            if node.get("role", {}).get("value") == "StaticText"
        )
