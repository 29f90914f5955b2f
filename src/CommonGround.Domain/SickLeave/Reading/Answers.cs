using System.Xml.Linq;

namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>One part of an answer, as it stands in the document.</summary>
internal sealed record SubAnswer(string Id, XElement Element);

/// <summary>One answer (<c>svar</c>). Row is its place among the answers to the same question, from 1.</summary>
internal sealed record Answer(string Id, int Row, IReadOnlyList<string> Instances, IReadOnlyList<SubAnswer> Parts, bool HasStrangers)
{
    public IEnumerable<SubAnswer> Of(string id) => Parts.Where(p => p.Id == id);
}

/// <summary>The answers of a document in their order.</summary>
internal sealed class Answers
{
    private readonly ILookup<string, Answer> _byId;

    private Answers(IReadOnlyList<Answer> all)
    {
        All = all;
        _byId = all.ToLookup(a => a.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<Answer> All { get; }

    public IReadOnlyList<Answer> To(string question) => [.. _byId[question]];

    public bool Has(string question) => _byId.Contains(question);

    /// <summary>Codes given to a sub-question, over all rows, trimmed.</summary>
    public IReadOnlyList<string> Codes(string question, string part) =>
        [.. _byId[question].SelectMany(a => a.Of(part)).Select(p => p.Element.Typed("cv").TypedText("code")).Where(c => c.Length > 0)];

    /// <summary>True when a yes-or-no question is answered with yes.</summary>
    public bool IsYes(string question, string part) => Said(question, part, true);

    public bool IsNo(string question, string part) => Said(question, part, false);

    public static Answers In(XElement document)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = new List<Answer>();
        foreach (XElement svar in document.Elements().Where(e => e.Is("svar")))
        {
            string id = (string?)svar.Attribute("id") ?? "";
            int row = rows[id] = rows.GetValueOrDefault(id) + 1;
            all.Add(new Answer(
                id,
                row,
                [.. svar.Elements().Where(e => e.Is("instans")).Select(e => e.Value)],
                [.. svar.Elements().Where(e => e.Is("delsvar")).Select(e => new SubAnswer((string?)e.Attribute("id") ?? "", e))],
                svar.Elements().Any(e => !e.Is("instans") && !e.Is("delsvar"))));
        }

        return new Answers(all);
    }

    private bool Said(string question, string part, bool value) =>
        _byId[question].SelectMany(a => a.Of(part)).Any(p => Values.Boolean(p.Element) == value);
}
