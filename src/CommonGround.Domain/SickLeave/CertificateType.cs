namespace CommonGround.Domain.SickLeave;

/// <summary>
/// The Swedish sickness certificates that are read. LISJP and FK7804 are written for the social insurance agency;
/// AG7804 and AG1-14 are the employer's. The numbers are stored: never renumber.
/// </summary>
public enum CertificateType
{
    /// <summary>FK 7804 in its first version, type code LISJP.</summary>
    Lisjp = 1,

    /// <summary>FK 7804 in its second version.</summary>
    Fk7804 = 2,

    /// <summary>The employer's copy of FK 7804, first and second version.</summary>
    Ag7804 = 3,

    /// <summary>AG1-14, for the employer in the first fourteen days, first version.</summary>
    Ag114 = 4,
}

/// <summary>The codes that certificates carry for their type.</summary>
public static class CertificateTypes
{
    /// <summary>The code that reports and screens show, one per type.</summary>
    public static string CodeOf(CertificateType type) => type switch
    {
        CertificateType.Lisjp => "LISJP",
        CertificateType.Fk7804 => "FK7804",
        CertificateType.Ag7804 => "AG7804",
        _ => "AG114",
    };

    /// <summary>
    /// The type for a code and a major version; null when the pair is not read here. Two spellings of AG1-14 are in use,
    /// and systems that sign the second FK 7804 still say LISJP.
    /// </summary>
    public static CertificateType? Find(string code, int major) => (code.ToUpperInvariant(), major) switch
    {
        ("LISJP", 1) => CertificateType.Lisjp,
        ("LISJP" or "FK7804", 2) => CertificateType.Fk7804,
        ("AG7804", 1 or 2) => CertificateType.Ag7804,
        ("AG114" or "AG1-14", 1) => CertificateType.Ag114,
        _ => null,
    };

    /// <summary>True when the code is one of these types in some version.</summary>
    public static bool Knows(string code) => Find(code, 1) is not null || Find(code, 2) is not null;

    /// <summary>True for the certificates that a patient hands to an employer.</summary>
    public static bool IsForEmployer(CertificateType type) => type is CertificateType.Ag7804 or CertificateType.Ag114;
}
