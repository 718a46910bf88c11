"""Videos and sound: what is in their files besides picture and sound, and taking it out."""
