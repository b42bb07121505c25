extension Currency {
  /// Whether the code is one of ISO 4217, funds' and withdrawn ones (`DEM`) too; not metals' and test codes, in which
  /// nobody has accounts.
  package var isStandard: Bool { isListed || Currency.unusual.contains(self) }

  /// Those of the standard's lists one and three that `isListed` has not.
  private static let unusual = Set(
    """
    ADP AFA ALK ANG AOK AON AOR ARA ARP ARY ATS AYM AZM BAD BEC BEF BEL BGJ BGK BGL BOP BOV BRB BRC BRE BRN BRR BUK BYB
    BYR CHC CHE CHW CLF COU CSD CSJ CSK CUC CYP DDM DEM ECS ECV EEK ESA ESB ESP FIM FRF GEK GHC GHP GNE GNS GQE GRD GWE
    GWP HRD IEP ILP ILR ISJ ITL LAJ LSM LTL LTT LUC LUF LUL LVL LVR MGF MLF MRO MTL MTP MVQ MXP MXV MZE MZM NIC NLG PEI
    PES PLZ PTE RHD ROK ROL RUR SDD SDP SIT SKK SLL SRG STD SUR TJR TMM TPE TRL UAK UGS UGW USN USS UYI UYN UYP UYW VEB
    VED VEF VNC XCG XEU YDD YUD YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWL ZWN ZWR
    """.split(whereSeparator: \.isWhitespace).compactMap { Currency($0) })
}
