// A page that has moved takes the anchor along, which a refresh alone would lose.
const link = document.querySelector("a.moved");
if (link) location.replace(link.href + location.hash);
