using System.Globalization;
using CommonGround.Domain;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>
/// One mapping of a content file while it is being read: gives what is asked for by key, notes what is missing or wrong, and
/// knows in the end which keys nobody asked for.
/// </summary>
internal sealed class YamlMap(YamlMapping mapping, string file, List<ContentMistake> mistakes)
{
    private const int LongestText = 1500;

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public int Line => mapping.Line;

    public bool Has(string key) => Find(key) is not null;

    public int LineOf(string key) => Find(key)?.Line ?? Line;

    public void Mistake(int line, string name, string written, string instead = "") =>
        mistakes.Add(new ContentMistake(file, line, name, written, instead));

    public void Mistake(string key, string name, string written, string instead = "") => Mistake(LineOf(key), name, written, instead);

    /// <summary>Notes the keys that nobody asked for. To be called when everything else has been read.</summary>
    public void NothingElse()
    {
        foreach (var entry in mapping.Entries.Where(e => !_asked.Contains(e.Key)))
            Mistake(entry.Line, "unknown-key", entry.Key, Nearest.To(entry.Key, _asked));
    }

    public string? Word(string key)
    {
        if (Find(key) is not { } entry)
            return null;
        if (entry.Value is YamlText { Value: var value } && !string.IsNullOrWhiteSpace(value))
            return value.Trim();
        Mistake(entry.Line, "word-expected", key);
        return null;
    }

    public string NeededWord(string key)
    {
        if (!Has(key))
            Mistake(Line, "missing", key);
        return Word(key) ?? "";
    }

    public int? Number(string key)
    {
        if (Word(key) is not { } word)
            return null;
        if (int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Mistake(key, "number-expected", word);
        return null;
    }

    public DateOnly? Day(string key)
    {
        if (Word(key) is not { } word)
            return null;
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Mistake(key, "day-expected", word);
        return null;
    }

    /// <summary>A word that must be one of an enumeration's.</summary>
    public T? OneOf<T>(string key) where T : struct, Enum => Word(key) is { } word ? OneOf<T>(word, LineOf(key)) : null;

    public T NeededOneOf<T>(string key) where T : struct, Enum
    {
        if (!Has(key))
            Mistake(Line, "missing", key, string.Join(", ", StableWord.All<T>()));
        return OneOf<T>(key) ?? default;
    }

    public IReadOnlyList<(string Word, int Line)> Words(string key)
    {
        if (Find(key) is not { } entry)
            return [];
        if (entry.Value is YamlList list && list.Items.All(i => i is YamlText))
            return [.. list.Items.Cast<YamlText>().Select(t => (t.Value.Trim(), t.Line))];
        Mistake(entry.Line, "list-expected", key);
        return [];
    }

    public IReadOnlyList<T> ListOf<T>(string key) where T : struct, Enum =>
        [.. Words(key).Select(w => OneOf<T>(w.Word, w.Line)).OfType<T>()];

    public IReadOnlyList<YamlMap> Maps(string key)
    {
        if (Find(key) is not { } entry)
            return [];
        if (entry.Value is YamlList list && list.Items.All(i => i is YamlMapping))
            return [.. list.Items.Select(i => new YamlMap((YamlMapping)i, file, mistakes))];
        Mistake(entry.Line, "list-expected", key);
        return [];
    }

    public YamlMap? Map(string key)
    {
        if (Find(key) is not { } entry)
            return null;
        if (entry.Value is YamlMapping inner)
            return new YamlMap(inner, file, mistakes);
        Mistake(entry.Line, "mapping-expected", key);
        return null;
    }

    /// <summary>A mapping whose keys are roles.</summary>
    public Dictionary<PartyRole, T> ByRole<T>(string key, Func<YamlMap, PartyRole, T> read)
    {
        var byRole = new Dictionary<PartyRole, T>();
        if (Map(key) is not { } roles)
            return byRole;
        foreach (var entry in roles.Keys())
        {
            if (roles.OneOf<PartyRole>(entry.Key, entry.Line) is { } role)
                byRole[role] = read(roles, role);
        }

        return byRole;
    }

    /// <summary>A text in every language, with only roles between braces.</summary>
    public Wording? Wording(string key)
    {
        if (Map(key) is not { } texts)
            return null;
        var line = LineOf(key);
        var words = Domain.Wording.Languages.ToDictionary(language => language, texts.Word);
        texts.NothingElse();
        foreach (var missing in words.Where(w => w.Value is null))
            Mistake(line, "language-missing", key, missing.Key);
        foreach (var text in words.Values.OfType<string>())
        {
            foreach (var unknown in Placeholders.In(text).Where(p => StableWord.Read<PartyRole>(p) is null))
                Mistake(line, "unknown-placeholder", unknown, Nearest.To(unknown, StableWord.All<PartyRole>()));
            if (text.Length > LongestText)
                Mistake(line, "text-too-long", key, $"{LongestText}");
        }

        if (words.Values.OfType<string>().Select(t => string.Join(',', Placeholders.In(t).Distinct().Order())).Distinct().Count() > 1)
            Mistake(line, "placeholders-differ", key);
        return new Wording(words["en"] ?? "", words["sv"] ?? "", words["da"] ?? "");
    }

    public Wording NeededWording(string key)
    {
        if (!Has(key))
            Mistake(Line, "missing", key);
        return Wording(key) ?? new Wording("", "", "");
    }

    /// <summary>What has one name wherever it is read, as a word; or its name in each language.</summary>
    public Wording NeededName(string key)
    {
        if (Find(key)?.Value is YamlMapping)
            return NeededWording(key);

        var word = NeededWord(key);
        return new Wording(word, word, word);
    }

    public IReadOnlyList<(string Key, int Line)> Keys()
    {
        _asked.UnionWith(mapping.Entries.Select(e => e.Key));
        return [.. mapping.Entries.Select(e => (e.Key, e.Line))];
    }

    private T? OneOf<T>(string word, int line) where T : struct, Enum
    {
        var value = StableWord.Read<T>(word);
        if (value is null)
        {
            var known = StableWord.All<T>();
            var name = typeof(T) == typeof(PartyRole) ? "unknown-role" : "unknown-word";
            Mistake(line, name, word, Nearest.To(word, known) is { Length: > 0 } near ? near : string.Join(", ", known));
        }

        return value;
    }

    private YamlEntry? Find(string key)
    {
        _asked.Add(key);
        return mapping.Entries.FirstOrDefault(e => e.Key == key);
    }
}
