using System.Collections.Frozen;
using System.Reflection;

namespace CommonGround.Web.Infrastructure.Language;

/// <summary>
/// All texts of the product, read once at start from the files that stand beside the features.
/// A text that is missing stops a developer at once, but never a person in need: in production it is logged,
/// and English or, at worst, the key is shown.
/// </summary>
public sealed partial class TextStore
{
    private static readonly Lazy<IReadOnlyList<TextFile>> BuiltIn = new(() => [.. Embedded()]);

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _texts;
    private readonly ILogger<TextStore> _log;
    private readonly bool _strict;

    public TextStore(IHostEnvironment environment, ILogger<TextStore> log)
        : this(BuiltIn.Value, !environment.IsProduction(), log)
    {
    }

    internal TextStore(IEnumerable<TextFile> files, bool strict, ILogger<TextStore> log)
    {
        _strict = strict;
        _log = log;
        _texts = files.SelectMany(file => file.Entries)
            .GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(
                same => same.Key,
                same => same.First().Texts.ToFrozenDictionary(StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    /// <summary>Reads the files before somebody needs them.</summary>
    internal static void ReadAhead() => _ = BuiltIn.Value;

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The text as written, with its placeholders.</summary>
    public string Raw(string language, string key)
    {
        if (_texts.TryGetValue(key, out var entry))
        {
            if (entry.TryGetValue(language, out var text))
            {
                return text;
            }

            if (!_strict && entry.TryGetValue(Languages.Fallback, out var english))
            {
                MissingLanguage(_log, key, language);
                return english;
            }
        }

        if (_strict)
        {
            throw new KeyNotFoundException($"There is no text '{key}' in '{language}'.");
        }

        MissingKey(_log, key);
        return key;
    }

    public string Format(string language, string key, params ReadOnlySpan<object?> arguments)
    {
        var raw = Raw(language, key);
        return arguments.Length == 0 ? raw : string.Format(Languages.CultureOf(language), raw, arguments);
    }

    /// <summary>Every text file that was built into the product.</summary>
    internal static IEnumerable<TextFile> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".texts.yaml", StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return TextFile.Read(name, reader);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Text '{Key}' is missing.")]
    private static partial void MissingKey(ILogger log, string key);

    [LoggerMessage(Level = LogLevel.Error, Message = "Text '{Key}' is missing in '{Language}'.")]
    private static partial void MissingLanguage(ILogger log, string key, string language);
}
