namespace CommonGround.Domain.Programmes;

/// <summary>The one next thing, as a person's home shows it (need N2).</summary>
/// <param name="Minutes">What it takes now; none where nothing has to be done.</param>
/// <param name="Action">Label of the one primary button; none where there is nothing to do but wait.</param>
public sealed record NextText(Wording Title, Wording What, int? Minutes, Wording? Action);
