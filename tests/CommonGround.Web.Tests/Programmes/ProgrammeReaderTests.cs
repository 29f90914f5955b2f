using System.Text;
using CommonGround.Domain;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Programmes;
using static CommonGround.Web.Tests.Programmes.MadeUpProgramme;

namespace CommonGround.Web.Tests.Programmes;

public sealed class ProgrammeReaderTests
{
    [Fact]
    public void Read_GoodFile_GivesAllThatStandsInIt()
    {
        var programme = Read(Good).Value;
        var step = Assert.Single(programme.Steps);

        Assert.Equal(("small", "1", "se"), (programme.Key, programme.Version, programme.Country));
        Assert.Equal(ContentHash.Of(Encoding.UTF8.GetBytes(Good)), programme.Hash);
        Assert.Equal(Hat.Support, programme.Parts[PartyRole.Coordinator].Hat);
        Assert.Equal((StepKind.Interview, PartyRole.Coordinator, Hat.Support), (step.Kind, step.Holder, step.Hat));
        Assert.Equal([PartyRole.Citizen], step.Participants);
        Assert.Equal((DeadlineBase.CaseStart, 3, DeadlineUnit.WorkingDays, "se-rule"),
            (step.Deadline!.Base, step.Deadline.Offset, step.Deadline.Unit, step.Deadline.Rule));
        Assert.Equal(
            new Condition.Fact("workplace-contact-agreed", Comparison.Equals, new FactValue.YesNo(true)), step.WaitsFor!.Condition);
        Assert.Equal("Samtal", step.Title.Sv);
        Assert.Equal("talk-form", step.Form);
        Assert.Equal(5, step.Next[PartyRole.Citizen].Minutes);
        Assert.Null(step.Next[PartyRole.Coordinator].Action);
        Assert.Equal(5, step.Checklists[PartyRole.Coordinator][0].Minutes);
        Assert.Equal("first", step.Agenda[0].Key);
    }

    [Fact]
    public void Read_StepsOwnHat_GoesBeforeTheParts() =>
        Assert.Equal(Hat.Decides, Read(With("kind: interview", "hat: decides\n        kind: interview")).Value.Steps.First().Hat);

    [Theory]
    [InlineData(Hat.Support, "hat: support", null)]
    [InlineData(Hat.HelpsAndMustNote, "hat: support", "coordinator → helps-and-must-note, line 13")]
    [InlineData(Hat.HelpsAndMustNote, "hat: helps-and-must-note", null)]
    [InlineData(Hat.HelpsAndMustNote, "hat: decides", null)]
    [InlineData(Hat.Decides, "hat: helps-and-must-note", "coordinator → decides, line 13")]
    public void Read_AHatSofterThanTheLawsOwn_IsAMistake(Hat law, string written, string? mistake)
    {
        var matrix = new SharingMatrix("se", new Dictionary<PartyRole, Hat> { [PartyRole.Coordinator] = law }, new Dictionary<(PartyRole, InformationKind), SharingCell>());
        var reader = new ProgrammeReader(new HashSet<string> { "talk-form" }, new HashSet<string> { "se-rule" }, country => country == "se" ? matrix : null);

        var read = reader.Read(Encoding.UTF8.GetBytes(With("coordinator:\n    hat: support", "coordinator:\n    " + written)), "x.yaml");

        var said = (read.Error as ContentNotUnderstood)?.Mistakes.Select(m => $"{m.Written} → {m.Instead}, line {m.Line}");
        Assert.Equal(mistake is null ? null : [mistake], said);
    }

    [Fact]
    public void Read_AStepsHatSofterThanTheLawsOwn_IsToldAtTheStep()
    {
        var matrix = new SharingMatrix("se", new Dictionary<PartyRole, Hat> { [PartyRole.Coordinator] = Hat.Decides }, new Dictionary<(PartyRole, InformationKind), SharingCell>());
        var reader = new ProgrammeReader(new HashSet<string> { "talk-form" }, new HashSet<string> { "se-rule" }, _ => matrix);
        var text = Good.Replace("coordinator:\n    hat: support", "coordinator:\n    hat: decides", StringComparison.Ordinal)
            .Replace("kind: interview", "kind: interview\n        hat: support", StringComparison.Ordinal);

        var wrong = Assert.IsType<ContentNotUnderstood>(reader.Read(Encoding.UTF8.GetBytes(text), "x.yaml").Error);

        Assert.Equal(("hat-softer-than-law", 24), (Assert.Single(wrong.Mistakes).Name, wrong.Mistakes[0].Line));
    }

    // What is spoilt, what it becomes, the mistake's name, and a piece of the spoilt file on whose line it is told.
    [Theory]
    [InlineData("holder: coordinator", "holdr: coordinator", "unknown-key", "holdr:")]
    [InlineData("holder: coordinator", "holder: koordinator", "unknown-role", "holder:")]
    [InlineData("participants: [citizen]", "participants: [patient]", "unknown-role", "participants:")]
    [InlineData("participants: [citizen]", "participants: [companion]", "role-without-part", "participants:")]
    [InlineData("participants: [citizen]", "participants: [coordinator]", "holder-among-participants", "participants:")]
    [InlineData("participants: [citizen]", "participants: citizen", "list-expected", "participants:")]
    [InlineData("sv: Samtal, ", "", "language-missing", "en: Talk")]
    [InlineData("sv: Samtal, ", "sv: '', ", "language-missing", "en: Talk")]
    [InlineData("sv: Samtal, ", "sv: Samtal, no: Samtale, ", "unknown-key", "en: Talk")]
    [InlineData("kind: interview", "kind: intervjue", "unknown-word", "kind: intervjue")]
    [InlineData("form: talk-form", "form: talk-from", "unknown-form", "form:")]
    [InlineData("rules: [se-rule]", "rules: [se-roole]", "unknown-rule", "rules:")]
    [InlineData("          base: case-start\n", "", "deadline-without-base", "          offset:")]
    [InlineData("base: case-start", "base: christmas", "unknown-base", "base:")]
    [InlineData("base: case-start", "base: step tlak", "unknown-step", "deadline:")]
    [InlineData("offset: 3 working-days", "offset: soon", "unknown-offset", "offset:")]
    [InlineData("offset: 3 working-days", "offset: 99999 days", "unknown-offset", "offset:")]
    [InlineData("workplace-contact-agreed,", "workplace-contact-agred,", "unknown-fact", "condition:")]
    [InlineData("operator: equals", "operator: at-least", "operator-does-not-fit", "condition:")]
    [InlineData("operator: equals, value: true", "operator: equals, value: perhaps", "value-does-not-fit", "condition:")]
    [InlineData("{ fact: workplace-contact-agreed, operator: equals, value: true }", "{ done: talk }", "unreachable-step", "waits-for:")]
    [InlineData("{ fact: workplace-contact-agreed, operator: equals, value: true }", "{ done: tlak }", "unknown-step", "waits-for:")]
    [InlineData("{ fact: workplace-contact-agreed, operator: equals, value: true }", "{ all: [] }", "condition-empty", "condition:")]
    [InlineData("{ fact: workplace-contact-agreed, operator: equals, value: true }", "{ all: [], any: [] }", "condition-unclear", "condition:")]
    [InlineData("          because: { en: T, sv: T, da: T }\n", "", "wait-without-reason", "condition: { fact")]
    [InlineData("country: se", "country: xx", "unknown-country", "country:")]
    [InlineData("key: small", "key: Small One", "key-malformed", "key:")]
    [InlineData("version: \"1\"\n", "", "missing", "key: small")]
    [InlineData("en: \"Meet {coordinator}\"", "en: \"Meet {coordinater}\"", "unknown-placeholder", "next:")]
    [InlineData("en: \"Meet {coordinator}\"", "en: \"Meet her\"", "placeholders-differ", "next:")]
    [InlineData("minutes: 5, action", "minutes: five, action", "number-expected", "next:")]
    [InlineData("kind: interview", "kind: interview\n        kind: meeting", "key-twice", "kind: meeting")]
    [InlineData("title: { en: T, sv: T, da: T }\nsummary", "title: T\nsummary", "mapping-expected", "title: T")]
    public void Read_OneMistake_IsNamedOnItsLine(string piece, string instead, string name, string at)
    {
        var yaml = With(piece, instead);

        var mistakes = Mistakes(yaml);

        var mistake = Assert.Single(mistakes, m => m.Name == name);
        var line = LineOf(yaml, at);
        Assert.InRange(mistake.Line, line, line + 1);
        Assert.Equal("small.yaml", mistake.File);
    }

    [Theory]
    [InlineData("holder: coordinator", "holdr: coordinator", "holder")]
    [InlineData("form: talk-form", "form: talk-from", "talk-form")]
    [InlineData("workplace-contact-agreed,", "workplace-contact-agred,", "workplace-contact-agreed")]
    [InlineData("base: case-start", "base: step tlak", "talk")]
    [InlineData("kind: interview", "kind: intervjue", "interview")]
    public void Read_MisspeltWord_IsGivenTheOneMeant(string piece, string instead, string meant) =>
        Assert.Contains(Mistakes(With(piece, instead)), m => m.Instead == meant);

    [Fact]
    public void Read_TwoStepsWithOneKey_IsNamed()
    {
        var step = Good[Good.IndexOf("      - key: talk", StringComparison.Ordinal)..];

        Assert.Contains(Mistakes(Good + "\n" + step), m => m is { Name: "duplicate-key", Written: "talk" });
    }

    [Fact]
    public void Read_SeveralMistakes_AreAllToldInOrderOfLines()
    {
        var mistakes = Mistakes(With("country: se", "country: xx").Replace("kind: interview", "kind: dance", StringComparison.Ordinal));

        Assert.Equal(["unknown-country", "unknown-word"], mistakes.Select(m => m.Name));
    }

    [Fact]
    public void Read_MeetingStepWithoutSupervisorsCard_IsNamed()
    {
        var yaml = With("participants: [citizen]", "participants: [citizen, supervisor]")
            .Replace("\nstages:", "\n  supervisor:\n    hat: support\n    called: { en: T, sv: T, da: T }\n    does: { en: T, sv: T, da: T }\n    does-not: { en: T, sv: T, da: T }\nstages:", StringComparison.Ordinal);

        Assert.Equal(("no-purpose-card", "supervisor"), Mistakes(yaml).Select(m => (m.Name, m.Written)).Single());
    }
}
