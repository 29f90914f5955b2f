namespace CommonGround.Domain.Programmes;

/// <summary>What anyone who is asked to something has the right to know beforehand (need N1).</summary>
/// <param name="WrittenDown">What is written down, and who sees it.</param>
public sealed record PurposeCard(
    Wording Why,
    Wording WhoAsked,
    Wording Decides,
    Wording DoesNotDecide,
    Wording WillBeAsked,
    Wording WrittenDown,
    Wording HowToPrepare,
    Wording WhoMayCome,
    Wording IfYouCannotCome);
