using System.Collections.Concurrent;
using System.Collections.Frozen;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Rules;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>
/// The programmes, forms and rules of the content folder, read once at start. Content that has a mistake stops the start with
/// all mistakes told: half a programme would lead someone astray. What was published earlier is found by its hash in the database.
/// </summary>
public sealed class ProgrammeLibrary
{
    private readonly FrozenDictionary<string, Programme> _programmes;
    private readonly FrozenDictionary<string, Form> _forms;
    private readonly ConcurrentDictionary<string, Programme> _programmesByHash = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Form> _formsByHash = new(StringComparer.Ordinal);
    private readonly DefinitionStore? _store;

    public ProgrammeLibrary(TextStore texts, DefinitionStore store)
        : this(Path.Combine(AppContext.BaseDirectory, "content"), texts, store)
    {
    }

    /// <exception cref="StartRefusedException">Some file has a mistake, or there is no programme at all.</exception>
    internal ProgrammeLibrary(string folder, TextStore texts, DefinitionStore? store = null)
    {
        var content = ContentFolder.Read(folder);
        if (content.Mistakes.Count > 0)
            throw new StartRefusedException(MistakeText.All(content.Mistakes, texts, Languages.Fallback));
        if (content.Programmes.Count == 0)
            throw new StartRefusedException(texts.Format(Languages.Fallback, "programmes.none", folder));

        _programmes = content.Programmes.ToFrozenDictionary(p => p.Key, StringComparer.Ordinal);
        _forms = content.Forms.ToFrozenDictionary(f => f.Key, StringComparer.Ordinal);
        foreach (var programme in content.Programmes)
            _programmesByHash[programme.Hash] = programme;
        foreach (var form in content.Forms)
            _formsByHash[form.Hash] = form;
        _store = store;
        Rules = new RuleBook(content.Rules);
        Published = content.Published;
    }

    public IReadOnlyList<Programme> Programmes => _programmes.Values;

    public RuleBook Rules { get; }

    /// <summary>Every definition with its bytes, to be stored under its hash.</summary>
    public IReadOnlyList<PublishedContent> Published { get; }

    /// <summary>The newest definition with this key: what a case that opens today starts with.</summary>
    public Programme? Programme(string key) => _programmes.GetValueOrDefault(key);

    /// <summary>The very definition that a case keeps.</summary>
    public Programme? ProgrammeByHash(string hash) =>
        Find(_programmesByHash, hash, ContentSort.Programme, bytes => ProgrammeReader.ReadPublished(bytes).Value);

    public Form? Form(string key) => _forms.GetValueOrDefault(key);

    /// <summary>The very definition that an answer was given to.</summary>
    public Form? FormByHash(string hash) => Find(_formsByHash, hash, ContentSort.Form, bytes => FormReader.Read(bytes).Value);

    private T? Find<T>(ConcurrentDictionary<string, T> known, string hash, ContentSort sort, Func<byte[], T> read) where T : class
    {
        if (known.TryGetValue(hash, out var definition))
            return definition;
        return _store?.Find(hash, sort) is { } bytes ? known.GetOrAdd(hash, read(bytes)) : null;
    }
}
