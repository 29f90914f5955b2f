using System.Text.Json;
using System.Text.Unicode;

namespace CommonGround.Domain.Forms;

/// <summary>
/// Reads a form from the bytes of a FHIR R4 Questionnaire in JSON. Takes a stated subset and refuses the rest by name and
/// path: a property that is passed over in silence would be believed to work. Whoever reads twice gets the same.
/// </summary>
public static class FormReader
{
    /// <summary>Largest file that is taken. The longest form of ours is a tenth of it.</summary>
    public const int MostBytes = 512 * 1024;

    /// <summary>Most items; more than this in one sitting is no form for an exhausted person.</summary>
    public const int MostItems = 300;

    private const int MostDepth = 32;

    // The second line is taken and not used: it tells registries and editors about the form, and changes nothing in it.
    private static readonly HashSet<string> Known =
    [
        "resourceType", "id", "language", "version", "title", "_title", "description", "_description", "copyright", "item", "extension",
        "meta", "text", "url", "identifier", "name", "status", "experimental", "subjectType", "date", "publisher", "contact",
        "useContext", "jurisdiction", "purpose", "approvalDate", "lastReviewDate", "effectivePeriod", "code",
    ];

    public static Outcome<Form> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes)
            return Refused("$", "file-too-large", $"{bytes.Length}");
        if (!Utf8.IsValid(bytes.Span))
            return Refused("$", "no-json", "UTF-8");
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MostDepth, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement, ContentHash.Of(bytes.Span))
                : Refused("$", "object-expected", "Questionnaire");
        }
        catch (JsonException e)
        {
            return Refused(e.Path ?? "$", "no-json", $"{e.LineNumber + 1}:{e.BytePositionInLine + 1}");
        }
        catch (InvalidOperationException)
        {
            // The parser checks escapes only when a text is asked for: half a surrogate pair comes to light here.
            return Refused("$", "no-json", "\\u");
        }
    }

    private static Outcome<Form> Read(JsonElement root, string hash)
    {
        var mistakes = new List<FormMistake>();
        var json = new FormJson(root, "$", mistakes);
        if (json.Text("resourceType") != "Questionnaire")
            return Refused("$.resourceType", "no-questionnaire", json.Text("resourceType") ?? "");

        json.Allow(Known);
        var language = json.NeededText("language");
        if (language.Length > 0 && !Wording.Languages.Contains(language))
            json.Mistake("unknown-language", language, "language");
        var form = new Form
        {
            Key = json.NeededText("id"),
            Version = json.NeededText("version"),
            Hash = hash,
            Title = json.NeededWording("title", language),
            Description = json.Wording("description", language),
            Copyright = json.NeededText("copyright"),
            Items = new FormItemReader(language).Items(json),
        };
        if (form.Items.Count == 0)
            json.Mistake("missing", "item", "item");
        return mistakes.Count == 0 ? form : new FormNotUnderstood(mistakes);
    }

    private static FormNotUnderstood Refused(string path, string name, string detail) => new([new FormMistake(path, name, detail)]);
}
