/// Headers of a person's columns in the languages in which tools write them, beside each vendor's own.
enum ContactWords {
  static let email = [
    "email", "e-mail", "email address", "e-mail address", "e-mail-adresse", "email-adresse", "adresse e-mail",
    "adresse email", "courriel", "correo electrónico", "correo", "dirección de correo electrónico",
    "endereço de e-mail",
    "indirizzo e-mail", "indirizzo email", "e-mailadres", "e-mailadresse",
  ]
  static let phone = [
    "phone", "phone number", "telefon", "telefonnummer", "téléphone", "numéro de téléphone", "teléfono",
    "número de teléfono", "telefone", "número de telefone", "telefono", "numero di telefono", "telefoonnummer",
  ]
  static let otherPhone = [
    "mobile phone number", "mobile phone", "mobile", "mobilephone", "mobiltelefon", "handynummer", "téléphone mobile",
    "teléfono móvil", "celular", "cellulare",
  ]
  static let country = [
    "country", "country/region", "land", "land/region", "pays", "pays/région", "país", "país/región", "país/região",
    "paese", "paese/regione",
  ]

  /// The same, with a field of their own each; `own` goes first.
  static func names(_ own: [ContactColumns.Field: [String]]) -> [ContactColumns.Field: [String]] {
    var names = own
    names[.email, default: []] += email
    names[.phone, default: []] += phone
    names[.otherPhone, default: []] += otherPhone
    names[.country, default: []] += country
    return names
  }
}
