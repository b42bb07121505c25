/// Countries that shops of the report's languages sell to; others keep their English name.
enum CountryWords {
  static func word(_ english: String) -> String? {
    switch english {
    case "Austria": phrase("Austria")
    case "Belgium": phrase("Belgium")
    case "Denmark": phrase("Denmark")
    case "Finland": phrase("Finland")
    case "France": phrase("France")
    case "Germany": phrase("Germany")
    case "Ireland": phrase("Ireland")
    case "Italy": phrase("Italy")
    case "Luxembourg": phrase("Luxembourg")
    case "Netherlands": phrase("Netherlands")
    case "Norway": phrase("Norway")
    case "Poland": phrase("Poland")
    case "Portugal": phrase("Portugal")
    case "Spain": phrase("Spain")
    case "Sweden": phrase("Sweden")
    case "Switzerland": phrase("Switzerland")
    case "United Kingdom": phrase("United Kingdom")
    case "United States": phrase("United States")
    case "Canada": phrase("Canada")
    case "Brazil": phrase("Brazil")
    default: nil
    }
  }
}
