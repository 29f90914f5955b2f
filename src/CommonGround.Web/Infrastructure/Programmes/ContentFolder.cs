using System.Text;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Rules;

namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>
/// Reads a whole content folder: <c>rules/*.yaml</c>, then <c>forms/*.json</c>, then <c>programmes/*.yaml</c>, which name both; beside
/// <c>sharing/*.yaml</c>, which say what hat the law gives a role.
/// Goes on after a mistake, so that all are told at once.
/// </summary>
public sealed class ContentFolder
{
    private readonly List<Rule> _rules = [];
    private readonly List<Form> _forms = [];
    private readonly List<Programme> _programmes = [];
    private readonly List<PublishedContent> _published = [];
    private readonly List<ContentMistake> _mistakes = [];
    private readonly SharingMatrices _matrices;

    private ContentFolder(SharingMatrices matrices) => _matrices = matrices;

    public IReadOnlyList<Rule> Rules => _rules;

    public IReadOnlyList<Form> Forms => _forms;

    public IReadOnlyList<Programme> Programmes => _programmes;

    public IReadOnlyList<PublishedContent> Published => _published;

    public IReadOnlyList<ContentMistake> Mistakes => _mistakes;

    /// <param name="folder">The folder that holds <c>rules</c>, <c>forms</c> and <c>programmes</c>.</param>
    public static ContentFolder Read(string folder)
    {
        var content = new ContentFolder(new SharingMatrices(Files(folder, "sharing", "*.yaml").Select(f => (f.Path, Encoding.UTF8.GetString(f.Bytes)))));
        foreach (var (path, bytes) in Files(folder, "rules", "*.yaml"))
            content.AddRules(path, bytes);
        foreach (var (path, bytes) in Files(folder, "forms", "*.json"))
            content.AddForm(path, bytes);
        foreach (var (path, bytes) in Files(folder, "programmes", "*.yaml"))
            content.AddProgramme(path, bytes);
        return content;
    }

    private static IEnumerable<(string Path, byte[] Bytes)> Files(string folder, string part, string pattern) =>
        Directory.Exists(Path.Combine(folder, part))
            ? Directory.EnumerateFiles(Path.Combine(folder, part), pattern).Order(StringComparer.Ordinal)
                .Select(file => ($"{part}/{Path.GetFileName(file)}", File.ReadAllBytes(file)))
            : [];

    private void AddRules(string path, byte[] bytes)
    {
        var outcome = RuleReader.Read(bytes, path);
        if (outcome.Error is ContentNotUnderstood wrong)
        {
            _mistakes.AddRange(wrong.Mistakes);
            return;
        }

        foreach (var rule in outcome.Value)
        {
            if (_rules.Exists(r => r.Key == rule.Key))
                _mistakes.Add(new ContentMistake(path, 1, "duplicate-key", rule.Key));
            else
                _rules.Add(rule);
        }

        Publish(ContentSort.Rules, Path.GetFileNameWithoutExtension(path), "", bytes);
    }

    private void AddForm(string path, byte[] bytes)
    {
        var outcome = FormReader.Read(bytes);
        if (outcome.Error is FormNotUnderstood wrong)
            _mistakes.AddRange(wrong.Mistakes.Select(m => new ContentMistake(path, 0, m.Name, m.Detail, "", m.Path)));
        else if (_forms.Exists(f => f.Key == outcome.Value.Key))
            _mistakes.Add(new ContentMistake(path, 0, "duplicate-key", outcome.Value.Key, "", "$.id"));
        else
        {
            _forms.Add(outcome.Value);
            Publish(ContentSort.Form, outcome.Value.Key, outcome.Value.Version, bytes);
        }
    }

    private void AddProgramme(string path, byte[] bytes)
    {
        var reader = new ProgrammeReader(_forms.Select(f => f.Key).ToHashSet(), _rules.Select(r => r.Key).ToHashSet(), _matrices.Find);
        var outcome = reader.Read(bytes, path);
        if (outcome.Error is ContentNotUnderstood wrong)
            _mistakes.AddRange(wrong.Mistakes);
        else if (_programmes.Exists(p => p.Key == outcome.Value.Key))
            _mistakes.Add(new ContentMistake(path, 1, "duplicate-key", outcome.Value.Key));
        else
        {
            _programmes.Add(outcome.Value);
            Publish(ContentSort.Programme, outcome.Value.Key, outcome.Value.Version, bytes);
        }
    }

    private void Publish(ContentSort sort, string key, string version, byte[] bytes) =>
        _published.Add(new PublishedContent(sort, key, version, Domain.ContentHash.Of(bytes), bytes));
}
