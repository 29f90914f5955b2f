using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CommonGround.Web.Infrastructure.Language;

/// <summary>One <c>*.texts.yaml</c> file: keys, each with its text in every language.</summary>
public sealed record TextFile(string Name, IReadOnlyList<TextEntry> Entries)
{
    /// <exception cref="InvalidDataException">The file cannot be read; the message says which line.</exception>
    public static TextFile Read(string name, TextReader yaml)
    {
        try
        {
            return new TextFile(name, ReadEntries(new Parser(yaml)));
        }
        catch (YamlException unreadable)
        {
            throw new InvalidDataException($"{name}, line {unreadable.Start.Line}: {unreadable.Message}", unreadable);
        }
    }

    // Read as events, not into a dictionary, so that a key written twice is seen and not silently won by the last.
    private static List<TextEntry> ReadEntries(Parser parser)
    {
        var entries = new List<TextEntry>();
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return entries;
        }

        if (parser.Accept<Scalar>(out _))
        {
            return entries;
        }

        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var texts = new Dictionary<string, string>(StringComparer.Ordinal);
            parser.Consume<MappingStart>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var language = parser.Consume<Scalar>();
                if (!texts.TryAdd(language.Value, parser.Consume<Scalar>().Value))
                {
                    throw new YamlException(language.Start, language.End, $"{key.Value} has {language.Value} twice");
                }
            }

            entries.Add(new TextEntry(key.Value, (int)key.Start.Line, texts));
        }

        return entries;
    }
}

/// <summary>One text in its languages. <paramref name="Line"/> is where it stands in its file.</summary>
public sealed record TextEntry(string Key, int Line, IReadOnlyDictionary<string, string> Texts);
