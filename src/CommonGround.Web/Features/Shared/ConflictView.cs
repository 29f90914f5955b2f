namespace CommonGround.Web.Features.Shared;

/// <summary>
/// Two people wrote at the same time: both texts, and three ways on, none of which loses a word unseen. Drawn by
/// <c>_Conflict</c>. Every way posts the same fields to the page's own handler, which therefore needs no code for it:
/// <paramref name="Carry"/> holds the fields that are not in conflict, the new version among them.
/// </summary>
/// <param name="Fields">The texts that differ.</param>
/// <param name="TheirName">Who saved meanwhile.</param>
/// <param name="TheirMoment">When, UTC.</param>
/// <param name="TheirsHref">Where the page stands as they saved it.</param>
/// <param name="Carry">Further fields of the form, as they must be sent again.</param>
/// <param name="Readers">Who reads these texts.</param>
public sealed record ConflictView(
    IReadOnlyList<ConflictingText> Fields,
    string TheirName,
    DateTime TheirMoment,
    string TheirsHref,
    IReadOnlyDictionary<string, string> Carry,
    string Readers);

/// <summary>One field that both wrote in. <paramref name="Name"/> is the form field's name.</summary>
public sealed record ConflictingText(string Name, string Label, string Mine, string Theirs)
{
    /// <summary>Both texts, one under the other, to be worked together by hand.</summary>
    public string Both => string.IsNullOrWhiteSpace(Theirs) ? Mine : string.IsNullOrWhiteSpace(Mine) ? Theirs : $"{Theirs}\n\n{Mine}";
}
