using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Documents;

public sealed record Paragraph(InformationKind Kind, InlineText Text, Tone Tone = Tone.Plain) : Block(Kind);

/// <summary>How a paragraph is meant. The numbers are stored: never renumber.</summary>
public enum Tone
{
    Plain = 0,

    /// <summary>Beside the matter: where something comes from, how to read it. Set small.</summary>
    Soft = 1,

    /// <summary>What must not be missed.</summary>
    Emphasised = 2,

    /// <summary>Someone's own words, set as a quotation and never rewritten.</summary>
    Voice = 3,
}
