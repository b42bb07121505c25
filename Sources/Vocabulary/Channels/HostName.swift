/// Names of hosts.
package enum HostName {
  /// In small letters and without "www.".
  package static func bare(_ host: String) -> String {
    let name = host.lowercased()
    return name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
  }

  /// Whether a host is the site itself, with or without "www.", or lies below it as "checkout.shop.example" does below
  /// "shop.example".
  package static func lies(_ host: String, within site: String) -> Bool {
    let (name, site) = (bare(host), bare(site))
    return name == site || (site.contains(".") && name.hasSuffix("." + site))
  }
}
