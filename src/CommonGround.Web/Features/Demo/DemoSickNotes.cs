using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommonGround.Web.Features.Demo;

/// <summary>The demo's sick notes, made from <c>content/demo</c> and taken in like any other.</summary>
internal sealed class DemoSickNotes(SickNoteIntake intake, Texts texts, TimeProvider clock)
{
    private static readonly Dictionary<int, string> Degrees = new()
    {
        [100] = "HELT_NEDSATT", [75] = "TRE_FJARDEDEL", [50] = "HALFTEN", [25] = "EN_FJARDEDEL",
    };

    public async Task TakeIn(string unit, string by)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "content", "demo");
        var template = XDocument.Load(Path.Combine(folder, "sick-note.xml"));
        var notes = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build()
            .Deserialize<List<Note>>(await File.ReadAllTextAsync(Path.Combine(folder, "sick-notes.yaml")));
        var today = texts.LocalDay(clock.GetUtcNow().UtcDateTime);
        var accepted = notes.Select(note => new AcceptedCertificate(note.Id, Read(note, template, today))).ToList();
        await intake.Keep(accepted, DemoFile.IdOf(unit), DemoFile.IdOf(by));
    }

    private static Certificate Read(Note note, XDocument template, DateOnly today)
    {
        var xml = new XDocument(template);
        Repeat(xml, note, today);
        Fill(xml, new Dictionary<string, string>
        {
            ["{id}"] = note.Id, ["{number}"] = note.Number, ["{given}"] = note.Given, ["{family}"] = note.Family, ["{work}"] = note.Work,
            ["{signed}"] = Iso(today.AddDays(note.Signed)), ["{code}"] = note.Code, ["{diagnosis}"] = note.Diagnosis,
            ["{relation}"] = note.Replaces is null ? "FRLANG" : "ERSATT", ["{related}"] = note.Replaces ?? note.Extends ?? "",
        });
        var reading = CertificateReader.Read(Encoding.UTF8.GetBytes(xml.ToString()), new CertificateReadingSettings { Today = today });
        return reading.Certificate ?? throw new InvalidDataException($"content/demo/sick-notes.yaml, {note.Id}: {string.Join("; ", reading.Problems)}");
    }

    /// <summary>One degree row for each period; the relation and the uneven hours only where they belong.</summary>
    private static void Repeat(XDocument xml, Note note, DateOnly today)
    {
        var row = Answer(xml, "32");
        row.AddBeforeSelf(note.Periods.Select((period, i) =>
        {
            var copy = new XElement(row);
            Fill(copy, new Dictionary<string, string>
            {
                ["{row}"] = (i + 1).ToString(CultureInfo.InvariantCulture), ["{degree}"] = Degrees[period[2]],
                ["{from}"] = Iso(today.AddDays(period[0])), ["{to}"] = Iso(today.AddDays(period[1])),
            });
            return copy;
        }));
        row.Remove();
        if (note.Periods.All(p => p[2] == 100))
            Answer(xml, "33").Remove();
        if (note.Replaces is null && note.Extends is null)
            xml.Descendants().Single(e => e.Name.LocalName == "relation").Remove();
    }

    private static XElement Answer(XDocument xml, string id) => xml.Descendants().First(e => e.Name.LocalName == "svar" && (string?)e.Attribute("id") == id);

    private static void Fill(XContainer xml, Dictionary<string, string> values)
    {
        foreach (var text in xml.DescendantNodes().OfType<XText>())
        {
            foreach (var (place, value) in values)
                text.Value = text.Value.Replace(place, value, StringComparison.Ordinal);
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Note
    {
        public string Id { get; set; } = "";
        public string Number { get; set; } = "";
        public string Given { get; set; } = "";
        public string Family { get; set; } = "";
        public int Signed { get; set; }
        public string? Replaces { get; set; }
        public string? Extends { get; set; }
        public string Code { get; set; } = "";
        public string Diagnosis { get; set; } = "";
        public string Work { get; set; } = "";
        public List<List<int>> Periods { get; set; } = [];
    }
}
