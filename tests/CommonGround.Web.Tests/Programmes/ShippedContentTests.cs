using CommonGround.Domain;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using Microsoft.Extensions.Logging.Abstractions;
using YamlDotNet.Serialization;

namespace CommonGround.Web.Tests.Programmes;

public sealed class ShippedContentTests(ITestOutputHelper output)
{
    private const double HardestLix = 35;
    private const double HardestFlesch = 65;

    private static readonly TextStore Texts = new(TextStore.Embedded(), strict: true, NullLogger<TextStore>.Instance);

    [Fact]
    public void Shipped_content_has_no_mistake() =>
        Assert.Empty(Shipped.Content.Mistakes.Select(m => MistakeText.Of(m, Texts, "en")));

    [Fact]
    public void Library_Shipped_GivesByKeyAndByHash()
    {
        var library = new ProgrammeLibrary(Path.Combine(Language.Repository.Root, "content"), Texts);

        Assert.NotEmpty(library.Programmes);
        Assert.All(library.Programmes, p => Assert.Same(p, library.ProgrammeByHash(p.Hash)));
        Assert.All(library.Programmes, p => Assert.Same(p, library.Programme(p.Key)));
        Assert.All(Shipped.Content.Forms, f => Assert.Same(library.Form(f.Key), library.FormByHash(f.Hash)));
        Assert.All(library.Published, p => Assert.Equal(p.Hash, ContentHash.Of(p.Bytes.Span)));
        Assert.Null(library.ProgrammeByHash("0"));
    }

    [Fact]
    public void Library_BrokenContent_RefusesToStartAndSaysWhereAndHow()
    {
        var folder = Directory.CreateTempSubdirectory("content");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "programmes"));
            var spoilt = MadeUpProgramme.With("holder:", "holdr:");
            File.WriteAllText(Path.Combine(folder.FullName, "programmes", "x.yaml"), spoilt);

            var refused = Assert.Throws<StartRefusedException>(() => new ProgrammeLibrary(folder.FullName, Texts));

            var line = MadeUpProgramme.LineOf(spoilt, "holdr");
            Assert.Contains(
                $"programmes/x.yaml:{line}: “holdr” is not known here. This could stand there: holder.", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Library_NothingThere_RefusesToStart() => Assert.Throws<StartRefusedException>(() =>
        new ProgrammeLibrary(Path.Combine(Language.Repository.Root, "docs", "nowhere"), Texts));

    [Fact]
    public void What_a_citizen_answers_is_of_no_kind_that_a_workplace_reads()
    {
        HashSet<InformationKind> allowed = [.. SharingMatrix.NeverForWorkplace, InformationKind.Attendance];
        var readable = from form in Shipped.Content.Forms
                       where Shipped.AnswersBy(form) == PartyRole.Citizen
                       from question in form.Questions
                       where !allowed.Contains(question.Kind!.Value)
                       select $"{form.Key}/{question.LinkId}: {question.Kind}";
        Assert.Empty(readable);
    }

    [Fact]
    public void What_a_supervisor_answers_is_about_work_only()
    {
        HashSet<InformationKind> allowed = [InformationKind.Work, InformationKind.Environment, InformationKind.Plan];
        var other = from form in Shipped.Content.Forms
                    where Shipped.AnswersBy(form) == PartyRole.Supervisor
                    from question in form.Questions
                    where !allowed.Contains(question.Kind!.Value)
                    select $"{form.Key}/{question.LinkId}: {question.Kind}";
        Assert.Empty(other);
    }

    [Fact]
    public void Every_interview_opens_with_the_persons_own_view() => Assert.All(
        Shipped.Content.Forms, form => Assert.Equal((FormItemType.Text, "own-view"), (form.Questions.First().Type, form.Questions.First().LinkId)));

    [Fact]
    public void No_question_forces_an_answer() =>
        Assert.Empty(Shipped.Content.Forms.SelectMany(f => f.Questions).Where(q => q.Required).Select(q => q.LinkId));

    [Fact]
    public void In_every_meeting_the_citizen_speaks_before_the_supervisor()
    {
        var meetings = Shipped.Content.Programmes.SelectMany(p => p.Steps).Where(s => s.Kind == StepKind.Meeting).ToList();
        Assert.NotEmpty(meetings);
        Assert.All(meetings, meeting =>
        {
            var keys = meeting.Agenda.Select(a => a.Key).ToList();
            Assert.InRange(keys.IndexOf("citizens-view"), 0, keys.IndexOf("supervisors-view") - 1);
            Assert.Equal(90, meeting.Agenda.Sum(a => a.Minutes));
        });
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("da")]
    public void What_citizens_and_supervisors_read_is_easy(string language) =>
        Readable(language, Readability.Lix, lix => lix <= HardestLix);

    [Fact]
    public void What_citizens_and_supervisors_read_is_plain_English() =>
        Readable("en", Readability.Flesch, flesch => flesch >= HardestFlesch);

    [Fact]
    public void Readability_OfficialProse_IsFoundHard()
    {
        const string official =
            "Försäkringskassans handläggning förutsätter att arbetsgivaren tillhandahåller rehabiliteringsdokumentation rörande återgångsmöjligheter.";
        Assert.True(Readability.Lix(official) > HardestLix);
        Assert.True(Readability.Flesch("The determination of rehabilitation eligibility necessitates comprehensive documentation.") < HardestFlesch);
    }

    [Fact]
    public void No_text_shames()
    {
        var texts = from text in Shipped.Texts()
                    from language in Wording.Languages
                    select (text.Place, language, text.Text.In(language));
        var words = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string[]>>(
            File.ReadAllText(Path.Combine(Language.Repository.Root, "content", "texts", "words-that-shame.yaml")));
        Assert.Empty(Language.TextFileRules.Shaming(texts, words));
    }

    [Fact]
    public void No_programmes_name_stands_in_code()
    {
        var sources = Language.Repository.Files("src", ".cs", ".cshtml", ".sql").Select(path => (path, File.ReadAllText(path))).ToList();
        Assert.NotEmpty(sources);
        Assert.Empty(NamesIn(sources, Shipped.Content.Programmes));
        Assert.Single(NamesIn([("x.cs", $"if (key == \"{Shipped.Content.Programmes[0].Key}\")")], Shipped.Content.Programmes));
    }

    private static IEnumerable<string> NamesIn(IEnumerable<(string Path, string Source)> sources, IEnumerable<Programme> programmes) =>
        from programme in programmes
        from file in sources
        where new[] { programme.Key, programme.Title.En, programme.Title.Sv, programme.Title.Da }
            .Any(name => file.Source.Contains(name, StringComparison.OrdinalIgnoreCase))
        select $"{file.Path}: {programme.Key}";

    private void Readable(string language, Func<string, double> measure, Func<double, bool> easy)
    {
        var measured = Shipped.Blocks().Select(b => (b.Place, Value: measure(string.Join(' ', b.Texts.Select(t => Sentence(t.In(language))))))).ToList();
        foreach (var (place, value) in measured)
            output.WriteLine($"{language} {value,5:0} {place}");
        output.WriteLine($"{language} {measure(string.Join(' ', Shipped.Blocks().SelectMany(b => b.Texts).Select(t => Sentence(t.In(language))))),5:0} all");
        Assert.NotEmpty(measured);
        Assert.Empty(measured.Where(m => !easy(m.Value)));
    }

    /// <summary>A title ends without a full stop and is a sentence all the same; a place for a name is read as a name.</summary>
    private static string Sentence(string text)
    {
        var filled = Placeholders.Fill(text, _ => "Anna");
        return filled[^1] is '.' or '?' or '!' ? filled : filled + ".";
    }
}
