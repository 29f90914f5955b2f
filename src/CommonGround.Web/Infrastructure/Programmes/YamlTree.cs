using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>
/// Reads the one document of a YAML file. Anchors, aliases and tags are refused: content has no need of them, and they are what
/// a small file grows to gigabytes by. Size, depth and number of nodes have an end too.
/// </summary>
internal sealed class YamlTree
{
    public const int MostBytes = 1024 * 1024;
    public const int MostDepth = 24;
    public const int MostNodes = 30_000;

    private readonly Parser _parser;
    private readonly string _file;
    private readonly List<ContentMistake> _mistakes;
    private int _nodes;

    private YamlTree(string text, string file, List<ContentMistake> mistakes)
    {
        _parser = new Parser(new StringReader(text));
        _file = file;
        _mistakes = mistakes;
    }

    /// <summary>The document, or null with a mistake noted.</summary>
    public static YamlMapping? Read(ReadOnlyMemory<byte> bytes, string file, List<ContentMistake> mistakes)
    {
        if (bytes.Length > MostBytes)
        {
            mistakes.Add(new ContentMistake(file, 1, "file-too-large", $"{bytes.Length / 1024}", $"{MostBytes / 1024}"));
            return null;
        }

        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.Span).TrimStart('\uFEFF');
            return new YamlTree(text, file, mistakes).Document();
        }
        catch (DecoderFallbackException)
        {
            mistakes.Add(new ContentMistake(file, 1, "no-utf8", file));
        }
        catch (YamlException e)
        {
            mistakes.Add(new ContentMistake(file, (int)e.Start.Line, "no-yaml", e.Message));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 16.3 throws this, without a place, on some half-written flow mappings; nothing but its parser runs here.
            mistakes.Add(new ContentMistake(file, 1, "no-yaml", "?"));
        }
        catch (TooMuch e)
        {
            mistakes.Add(e.Mistake);
        }

        return null;
    }

    private YamlMapping? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            throw Stop("file-empty", _file);
        _parser.Consume<DocumentStart>();
        var root = Node(1);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _))
            throw Stop("several-documents", "---");
        if (root is YamlMapping mapping)
            return mapping;
        _mistakes.Add(new ContentMistake(_file, root.Line, "mapping-expected", _file));
        return null;
    }

    private YamlNode Node(int depth)
    {
        if (depth > MostDepth)
            throw Stop("too-deep", $"{MostDepth}");
        if (++_nodes > MostNodes)
            throw Stop("too-many-nodes", $"{MostNodes}");
        if (_parser.Accept<AnchorAlias>(out var alias))
            throw Stop("alias", $"*{alias.Value}");
        var start = _parser.Consume<NodeEvent>();
        if (!start.Anchor.IsEmpty)
            throw Stop("alias", $"&{start.Anchor.Value}");
        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific)
            throw Stop("tag", start.Tag.Value);

        var line = (int)start.Start.Line;
        return start switch
        {
            Scalar scalar => new YamlText(line, scalar.Value),
            SequenceStart => new YamlList(line, Items(depth)),
            _ => new YamlMapping(line, Entries(depth)),
        };
    }

    private List<YamlNode> Items(int depth)
    {
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(depth + 1));
        return items;
    }

    private List<YamlEntry> Entries(int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(depth + 1) is not YamlText key)
                throw Stop("key-is-no-word", "?");
            var value = Node(depth + 1);
            if (keys.Add(key.Value))
                entries.Add(new YamlEntry(key.Value, key.Line, value));
            else
                _mistakes.Add(new ContentMistake(_file, key.Line, "key-twice", key.Value));
        }

        return entries;
    }

    private TooMuch Stop(string name, string written) =>
        new(new ContentMistake(_file, (int)(_parser.Current?.Start.Line ?? 1), name, written));

    private sealed class TooMuch(ContentMistake mistake) : Exception
    {
        public ContentMistake Mistake { get; } = mistake;
    }
}
