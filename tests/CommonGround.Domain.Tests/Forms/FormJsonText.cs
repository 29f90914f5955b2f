using System.Text;
using System.Text.Json.Nodes;

namespace CommonGround.Domain.Tests.Forms;

/// <summary>Builds Questionnaires for tests.</summary>
internal static class FormJsonText
{
    public const string Kind = "https://commonground.example/fhir/information-kind";
    public const string ReleasableAs = "https://commonground.example/fhir/releasable-as";

    public static JsonObject Translated(params string[] languages) => new()
    {
        ["extension"] = new JsonArray([.. languages.Select(language => new JsonObject
        {
            ["url"] = "http://hl7.org/fhir/StructureDefinition/translation",
            ["extension"] = new JsonArray(
                new JsonObject { ["url"] = "lang", ["valueCode"] = language },
                new JsonObject { ["url"] = "content", ["valueString"] = $"text in {language}" }),
        })]),
    };

    public static JsonObject Extension(string url, string code) => new() { ["url"] = url, ["valueCode"] = code };

    public static JsonObject Item(string linkId, string type = "text", string? kind = "story", Action<JsonObject>? with = null)
    {
        var item = new JsonObject
        {
            ["linkId"] = linkId,
            ["type"] = type,
            ["text"] = $"Question {linkId}",
            ["_text"] = Translated("sv", "da"),
        };
        if (kind is not null)
            item["extension"] = new JsonArray(Extension(Kind, kind));
        with?.Invoke(item);
        return item;
    }

    public static JsonObject Choice(string linkId, string kind, params string[] codes) => Item(linkId, "choice", kind, item =>
        item["answerOption"] = new JsonArray([.. codes.Select(code => new JsonObject
        {
            ["valueCoding"] = new JsonObject { ["code"] = code, ["display"] = $"Option {code}", ["_display"] = Translated("sv", "da") },
        })]));

    public static Action<JsonObject> When(string question, string op, string answer, JsonNode value) => item =>
    {
        var tests = item["enableWhen"] as JsonArray ?? [];
        tests.Add(new JsonObject { ["question"] = question, ["operator"] = op, [answer] = value });
        item["enableWhen"] = tests;
    };

    public static JsonObject Form(params JsonObject[] items) => new()
    {
        ["resourceType"] = "Questionnaire",
        ["id"] = "talk",
        ["language"] = "en",
        ["version"] = "1",
        ["status"] = "active",
        ["title"] = "A talk",
        ["_title"] = Translated("sv", "da"),
        ["copyright"] = "CommonGround",
        ["item"] = new JsonArray([.. items]),
    };

    public static byte[] Bytes(this JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
