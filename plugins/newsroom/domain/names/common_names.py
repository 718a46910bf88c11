"""Family and given names that many bear: a slip that makes one of them has met another person."""

_FAMILY_NAME_WORDS = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý mai cao tạ tô trịnh đinh
trương đoàn lâm phùng đào lương lưu hà vương tống châu thái kiều la văn doãn quách nông lò vì
cầm quàng giàng vàng lường tòng cà mùa tao hứa triệu chu từ
"""
FAMILY_NAMES = frozenset(_FAMILY_NAME_WORDS.split())

_GIVEN_NAME_WORDS = """
an anh ánh ân bảo bích bình châu chi chung chiến cúc cường dung dũng duy dương diệp diễm đào
đạt đức giang hà hải hạnh hằng hân hậu hiền hiếu hiệp hoa hòa hoài hoàng hồng huệ hùng huy
huyền hương hường khánh khang khoa khôi kiên kiều kim lam lan lâm lân lê lệ liên liễu linh loan
lộc long lụa lương ly lý mai mận minh mơ my mỹ nam nga ngà ngân nghĩa ngọc nguyên nguyệt nhàn
nhân nhi nhung như oanh phát phong phú phúc phương phượng quang quân quế quỳnh quyên sâm sen
sinh sơn sương tài tâm tân thái thanh thành thảo thắng thi thiện thịnh thoa thơ thơm thu thuận
thủy thúy thư thương tiên tiến tín toàn trang trâm trinh trí trúc trung tú tuấn tuyết tùng tươi
vân việt vinh vui vy xuân yên yến
"""
GIVEN_NAMES = frozenset(_GIVEN_NAME_WORDS.split())
