using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Shared;

/// <summary>
/// The words of a yes: shown or read out, confirmed, and stored exactly so. Who, what for, what it opens, what it never opens, from when
/// and until when, and that it can be changed.
/// </summary>
public sealed record ConsentWords(string Who, IReadOnlyList<string> For, IReadOnlyList<string> Opens, IReadOnlyList<string> Never, string? Until, string Language)
{
    public static ConsentWords Of(ConsentOffer offer, ConsentAsked asked, Texts t)
    {
        var who = t[(asked.Reach, asked.Place) switch
        {
            (ConsentReach.Role, _) => "consent.words.who-has-the-part",
            (ConsentReach.Organisation, _) => "consent.words.who-all-at",
            (_, { Length: > 0 }) => "consent.words.who-at",
            _ => "consent.words.who",
        }, asked.Name, t.LowerFirst(t["role." + offer.Role]), asked.Place ?? ""];
        if (offer.NeedsContact)
            who += " " + t["consent.words.contact", asked.Organisation, asked.Name];

        return new ConsentWords(
            who,
            [.. asked.Purposes.Order().Select(p => t["consent.purpose." + p])],
            [.. offer.ByConsent.Where(o => asked.Kinds.Contains(o.Kind)).Select(o => t["consent.words.opens." + o.Way, t["kind." + o.Kind], t[$"kind.{o.Kind}.opens"]])],
            [.. offer.Never.Select(kind => t["kind." + kind])],
            asked.From is { } from ? t["consent.words.from-until", t.Date(from), t.Date(asked.Until)] : t["consent.words.until", t.Date(asked.Until)],
            t.Language);
    }

    /// <summary>All of it, as it is stored.</summary>
    public string Whole(Texts t)
    {
        var lines = new List<string> { Who, "", t["consent.words.for"] };
        lines.AddRange(For.Select(line => "– " + line));
        lines.AddRange(["", t["consent.words.opens"]]);
        lines.AddRange(Opens.Select(line => "– " + line));
        if (Never.Count > 0)
            lines.AddRange(["", t["consent.words.never"] + " " + string.Join(", ", Never.Select(t.LowerFirst)) + "."]);
        lines.AddRange(["", Until ?? "", t["consent.words.change"], t["consent.words.stays"]]);
        return string.Join('\n', lines);
    }
}

/// <summary>What a yes is asked for.</summary>
/// <param name="Name">Whom it is for.</param>
/// <param name="Place">Where they work, if it is said.</param>
/// <param name="Organisation">Who may contact them then.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Reach">Whom it is for besides the one who is named.</param>
/// <param name="From">Its first day, where that is not the day that it is said.</param>
public sealed record ConsentAsked(
    string Name, string? Place, string Organisation, IReadOnlySet<InformationKind> Kinds, IEnumerable<ConsentPurpose> Purposes, DateOnly Until,
    ConsentReach Reach = ConsentReach.Party, DateOnly? From = null);

/// <summary>What for, in words that a tired person chooses from.</summary>
public enum ConsentPurpose
{
    Talks,
    Meeting,
    Plan,
}
