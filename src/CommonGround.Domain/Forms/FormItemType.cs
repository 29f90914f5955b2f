namespace CommonGround.Domain.Forms;

/// <summary>What an item of a form is; the FHIR item types that the subset holds.</summary>
public enum FormItemType
{
    /// <summary>Holds other items under a heading; cannot be answered.</summary>
    Group = 1,

    /// <summary>Text to read; cannot be answered.</summary>
    Display = 2,

    /// <summary>One line.</summary>
    String = 3,

    /// <summary>Several lines.</summary>
    Text = 4,

    Boolean = 5,

    Integer = 6,

    Choice = 7,

    /// <summary>A choice that also takes words of one's own.</summary>
    OpenChoice = 8,

    Date = 9,
}
