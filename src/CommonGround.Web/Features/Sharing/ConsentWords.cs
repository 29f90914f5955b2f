using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Sharing;

/// <summary>
/// The words of a yes: shown or read out, confirmed, and stored exactly so. Who, what for, what it opens, what it never opens, until
/// when, and that it can be changed.
/// </summary>
public sealed record ConsentWords(string Who, IReadOnlyList<string> For, IReadOnlyList<string> Opens, IReadOnlyList<string> Never, string Until, string Language)
{
    public static ConsentWords Of(ConsentDraft draft, Party? party, ConsentSetting setting, DateOnly today, Texts t)
    {
        var role = party?.Role ?? draft.Role!.Value;
        var offer = ConsentOffer.For(setting.Matrix, role, party?.Treats == true);
        var name = party?.Person?.Name ?? draft.NewName;
        var place = party is null ? draft.Workplace?.Trim() : setting.PlaceOf(party);
        var kinds = draft.AllKinds(offer);
        var who = t[place is { Length: > 0 } ? "consent.words.who-at" : "consent.words.who", name, LowerFirst(t["role." + role], t), place ?? ""];
        if (offer.NeedsContact)
            who += " " + t["consent.words.contact", setting.Organisation, name];

        return new ConsentWords(
            who,
            [.. (draft.Purposes ?? []).Order().Select(p => t["consent.purpose." + p])],
            [.. offer.ByConsent.Where(o => kinds.Contains(o.Kind)).Select(o => t["consent.words.opens." + o.Way, t["kind." + o.Kind], t[$"kind.{o.Kind}.opens"]])],
            [.. offer.Never.Select(kind => t["kind." + kind])],
            t["consent.words.until", t.Date(draft.Until(today))],
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
            lines.AddRange(["", t["consent.words.never"] + " " + string.Join(", ", Never.Select(kind => LowerFirst(kind, t))) + "."]);
        lines.AddRange(["", Until, t["consent.words.change"], t["consent.words.stays"]]);
        return string.Join('\n', lines);
    }

    private static string LowerFirst(string text, Texts t) => text.Length == 0 ? text : char.ToLower(text[0], t.Culture) + text[1..];
}
