namespace CommonGround.Domain.SickLeave;

/// <summary>How a certificate relates to an earlier one. The numbers are stored: never renumber.</summary>
public enum RelationKind
{
    /// <summary>The earlier one no longer counts (code ERSATT).</summary>
    Replaces = 1,

    /// <summary>A continuation; both count (FRLANG).</summary>
    Extends = 2,

    /// <summary>An answer to a question about the earlier one; both count (KOMPLT).</summary>
    Complements = 3,

    /// <summary>Copied from the earlier one; both count (KOPIA).</summary>
    Copies = 4,
}

/// <summary>A certificate's tie to an earlier certificate.</summary>
public sealed record CertificateRelation(RelationKind Kind, CertificateId To);
