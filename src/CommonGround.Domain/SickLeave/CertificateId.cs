namespace CommonGround.Domain.SickLeave;

/// <summary>
/// A certificate's identity: <paramref name="Root"/> names who gave the id out, <paramref name="Extension"/> is the id there.
/// Both are compared letter by letter.
/// </summary>
public readonly record struct CertificateId(string Root, string Extension) : IComparable<CertificateId>
{
    public int CompareTo(CertificateId other)
    {
        int byExtension = string.CompareOrdinal(Extension, other.Extension);
        return byExtension != 0 ? byExtension : string.CompareOrdinal(Root, other.Root);
    }

    public static bool operator <(CertificateId left, CertificateId right) => left.CompareTo(right) < 0;

    public static bool operator >(CertificateId left, CertificateId right) => left.CompareTo(right) > 0;

    public static bool operator <=(CertificateId left, CertificateId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CertificateId left, CertificateId right) => left.CompareTo(right) >= 0;
}
