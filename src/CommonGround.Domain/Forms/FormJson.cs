using System.Text.Json;

namespace CommonGround.Domain.Forms;

/// <summary>One JSON object of a form's file, its path, and the list where mistakes are noted.</summary>
internal sealed class FormJson(JsonElement element, string path, List<FormMistake> mistakes)
{
    private const string TranslationExtension = "http://hl7.org/fhir/StructureDefinition/translation";

    public string Path => path;

    public void Mistake(string name, string detail, string? property = null) =>
        mistakes.Add(new FormMistake(property is null ? path : $"{path}.{property}", name, detail));

    /// <summary>Notes every property that is not in the list: what is passed over in silence would be believed to work.</summary>
    public void Allow(IReadOnlySet<string> properties)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!properties.Contains(property.Name))
                Mistake("unsupported-property", property.Name, property.Name);
        }
    }

    public bool Has(string property) => element.TryGetProperty(property, out _);

    public string? Text(string property)
    {
        if (!element.TryGetProperty(property, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()))
            return value.GetString();
        Mistake("text-expected", property, property);
        return null;
    }

    public string NeededText(string property)
    {
        if (!Has(property))
            Mistake("missing", property, property);
        return Text(property) ?? "";
    }

    public bool Flag(string property)
    {
        if (!element.TryGetProperty(property, out var value))
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Mistake("true-or-false-expected", property, property);
        return value.ValueKind == JsonValueKind.True;
    }

    public int? Number(string property)
    {
        if (!element.TryGetProperty(property, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
            return number;
        Mistake("whole-number-expected", property, property);
        return null;
    }

    public FormJson? Inner(string property)
    {
        if (!element.TryGetProperty(property, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return new FormJson(value, $"{path}.{property}", mistakes);
        Mistake("object-expected", property, property);
        return null;
    }

    public IReadOnlyList<FormJson> List(string property)
    {
        if (!element.TryGetProperty(property, out var value))
            return [];
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(v => v.ValueKind != JsonValueKind.Object))
        {
            Mistake("list-of-objects-expected", property, property);
            return [];
        }

        return [.. value.EnumerateArray().Select((v, i) => new FormJson(v, $"{path}.{property}[{i}]", mistakes))];
    }

    /// <summary>The extensions with a url; several if the url repeats.</summary>
    public IEnumerable<FormJson> Extensions(string url) => List("extension").Where(e => e.Text("url") == url);

    /// <summary>A text of <c>property</c> in the form's language and its translations in the FHIR extension beside it.</summary>
    public Wording? Wording(string property, string language)
    {
        if (Text(property) is not { } original)
            return null;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { [language] = original };
        foreach (var translation in Inner($"_{property}")?.Extensions(TranslationExtension) ?? [])
        {
            var lang = translation.Extensions("lang").FirstOrDefault()?.Text("valueCode");
            var content = translation.Extensions("content").FirstOrDefault() is { } c ? c.Text("valueString") ?? c.Text("valueMarkdown") : null;
            if (lang is null || content is null)
                translation.Mistake("translation-incomplete", property);
            else if (!texts.TryAdd(lang, content))
                translation.Mistake("language-twice", lang);
        }

        foreach (var missing in Domain.Wording.Languages.Where(l => !texts.ContainsKey(l)))
            Mistake("language-missing", missing, property);
        return new Wording(texts.GetValueOrDefault("en", ""), texts.GetValueOrDefault("sv", ""), texts.GetValueOrDefault("da", ""));
    }

    public Wording NeededWording(string property, string language)
    {
        if (!Has(property))
            Mistake("missing", property, property);
        return Wording(property, language) ?? new Wording("", "", "");
    }
}
