using System.Collections.Frozen;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Rules;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>
/// The programmes, forms and rules of the content folder, read once at start. Content that has a mistake stops the start with
/// all mistakes told: half a programme would lead someone astray.
/// </summary>
public sealed class ProgrammeLibrary
{
    private readonly FrozenDictionary<string, Programme> _programmes;
    private readonly FrozenDictionary<string, Programme> _programmesByHash;
    private readonly FrozenDictionary<string, Form> _forms;
    private readonly FrozenDictionary<string, Form> _formsByHash;

    public ProgrammeLibrary(TextStore texts)
        : this(Path.Combine(AppContext.BaseDirectory, "content"), texts)
    {
    }

    /// <exception cref="StartRefusedException">Some file has a mistake, or there is no programme at all.</exception>
    public ProgrammeLibrary(string folder, TextStore texts)
    {
        var content = ContentFolder.Read(folder);
        if (content.Mistakes.Count > 0)
            throw new StartRefusedException(MistakeText.All(content.Mistakes, texts, Languages.Fallback));
        if (content.Programmes.Count == 0)
            throw new StartRefusedException(texts.Format(Languages.Fallback, "programmes.none", folder));

        _programmes = content.Programmes.ToFrozenDictionary(p => p.Key, StringComparer.Ordinal);
        _programmesByHash = content.Programmes.ToFrozenDictionary(p => p.Hash, StringComparer.Ordinal);
        _forms = content.Forms.ToFrozenDictionary(f => f.Key, StringComparer.Ordinal);
        _formsByHash = content.Forms.ToFrozenDictionary(f => f.Hash, StringComparer.Ordinal);
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
    public Programme? ProgrammeByHash(string hash) => _programmesByHash.GetValueOrDefault(hash);

    public Form? Form(string key) => _forms.GetValueOrDefault(key);

    /// <summary>The very definition that an answer was given to.</summary>
    public Form? FormByHash(string hash) => _formsByHash.GetValueOrDefault(hash);
}
