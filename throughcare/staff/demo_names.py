"""Invented names for generated staff and places for generated offices."""


def _words(text: str) -> list[str]:
    return text.split()


ENGLISH = _words("""
    Abigail Andrew Beth Brandon Brenda Caroline Colin Craig Dana Derek Doreen Duncan Eleanor Erin
    Fiona Gavin Gillian Graham Heather Hugh Ian Jocelyn Karen Keith Kirsten Leah Malcolm Maureen
    Nathan Owen Paige Rhonda Ross Shannon Stuart Tamara Trevor Wendy
""")
FRENCH = _words("""
    Alain André Anouk Benoît Brigitte Carole Céline Clément Danielle Élise Étienne Francine Gaétan
    Geneviève Ginette Hélène Jean-Guy Jocelyne Josée Laurent Lise Luc Lucie Marie-Ève Mathieu
    Mireille Nathalie Normand Réjean Rémi Sylvain Sylvie Véronique Yvan
""")
OTHER = _words("""
    Aisha Amrit Anh Biserka Chidi Dimitra Esperanza Farid Giulia Hana Ifeoma Jamal Kateri Kwame
    Lakshmi Leila Mei Misko Nadia Olena Oluwaseun Paulo Ravi Rosalind Samira Shawn Tariq Thanh
    Waseya Wei Yasmin Zofia
""")
ENGLISH_SURNAMES = _words("""
    Abbott Aldridge Barker Bell Blackwood Campbell Carruthers Colborne Dunlop Eastman Fairbairn
    Ferguson Galbraith Gibbons Hargreave Hollis Irvine Kerr Lockhart MacLeod Marsden McAlister
    McTavish Mercer Milne Norquay O'Hara Paxton Pringle Ridley Sinclair Stafford Tulloch Urquhart
    Wainwright Whitmore Yates
""")
FRENCH_SURNAMES = _words("""
    Beaulieu Bélanger Bergevin Blais Bordeleau Brisebois Castonguay Charbonneau Côté Desjardins
    Dionne Dubé Filion Gauvreau Giroux Guérin Hébert Jolicoeur Labrecque Lachance Lamoureux
    Larivière Lefebvre Lemieux Mainville Ménard Morissette Ouimet Paquette Racine Rainville
    Robillard Séguin Thériault Tousignant Vaillancourt
""")
OTHER_SURNAMES = _words("""
    Adeyemi Ali Banerjee Bhatti Chen Cheechoo Costa Dhaliwal Diallo Farah Fiddler Georgiou Hassan
    Ivanova Jakobsen Kaur Kovacs Kuehl Lam Linklater Mahmoud Metatawabin Moretti Nguyen Nowak
    Okimaw Osei Papadakis Park Quoquat Rahman Rossi Sandhu Silva Szabo Tanaka Trudeau-Kim Wesley
    Yusuf Zhou
""")

LANGUAGES_OF_OTHERS = ("pa", "zh", "it", "oj", "cr", "ar", "so", "pt", "vi", "pl", "uk", "ta")

# Places in Ontario: name, French name where it has one, whether many there live in French.
PLACES = (
    ("Timmins", "", True),
    ("North Bay", "", True),
    ("Sault Ste. Marie", "Sault-Sainte-Marie", False),
    ("Thunder Bay", "", False),
    ("Kenora", "", False),
    ("Ottawa", "", True),
    ("Cornwall", "", True),
    ("Hawkesbury", "", True),
    ("Kingston", "", False),
    ("Belleville", "", False),
    ("Peterborough", "", False),
    ("Oshawa", "", False),
    ("Toronto", "", False),
    ("Brampton", "", False),
    ("Hamilton", "", False),
    ("Welland", "", True),
    ("London", "", False),
    ("Windsor", "", True),
    ("Sarnia", "", False),
    ("Guelph", "", False),
    ("Barrie", "", False),
    ("Owen Sound", "", False),
    ("Kapuskasing", "", True),
    ("Hearst", "", True),
    ("Moosonee", "", False),
    ("Sioux Lookout", "", False),
    ("Penetanguishene", "", True),
    ("Pembroke", "", False),
    ("Brockville", "", False),
    ("Chatham", "", False),
)
# Northwestern offices keep Central time.
CENTRAL = frozenset({"Kenora", "Sioux Lookout"})
QUARTERS = (
    ("Centre", "Centre"),
    ("East", "Est"),
    ("West", "Ouest"),
    ("North", "Nord"),
)
