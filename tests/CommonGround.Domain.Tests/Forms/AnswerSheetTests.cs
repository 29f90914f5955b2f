using System.Text.Json.Nodes;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Tests.Forms.FormJsonText;

namespace CommonGround.Domain.Tests.Forms;

public sealed class AnswerSheetTests
{
    private static readonly AnswerWords Swedish = new("Ja", "Nej", "Jag vet inte än");

    private static Form Read(params JsonObject[] items) => FormReader.Read(Form(items).Bytes()).Value;

    private static Dictionary<string, GivenAnswer> Given(params (string LinkId, string Value)[] answers) =>
        answers.ToDictionary(a => a.LinkId, a => new GivenAnswer([a.Value]));

    private static Outcome<Answers> Fill(Form form, IReadOnlyDictionary<string, GivenAnswer> given, AnswerStage stage = AnswerStage.HandedIn) =>
        AnswerSheet.Fill(form, given, "sv", Swedish, stage);

    private static string[] Refused(Form form, IReadOnlyDictionary<string, GivenAnswer> given) =>
        Fill(form, given).Error is AnswersNotTaken e ? [.. e.Mistakes.Select(m => $"{m.LinkId} {m.Name}")] : [];

    private static readonly Action<JsonObject> Required = item => item["required"] = true;

    [Fact]
    public void Fill_Answer_KeepsQuestionAndOptionAsShown()
    {
        var form = Read(Item("g", "group", null, g => g["item"] = new JsonArray(Choice("c", "work", "a"))));

        var answer = Fill(form, Given(("c", "a"))).Value.To("c")!;

        Assert.Equal("text in sv", answer.Question);
        Assert.Equal(new AnswerValue("a", "text in sv"), Assert.Single(answer.Values));
        Assert.Equal(["text in sv"], answer.Section);
        Assert.Equal(InformationKind.Work, answer.Kind);
    }

    [Fact]
    public void Fill_Answers_RememberTheVeryDefinition()
    {
        var form = Read(Item("q"));

        var answers = Fill(form, Given(("q", "x"))).Value;

        Assert.Equal((form.Key, form.Hash, "sv"), (answers.Form, answers.Hash, answers.Language));
    }

    [Fact]
    public void Fill_RequiredAndNothingSaid_IsRefusedWhenHandedInButNotAsDraft()
    {
        var form = Read(Item("q", with: Required));

        Assert.Equal(["q answer-required"], Refused(form, Given(("q", "  "))));
        Assert.Empty(Fill(form, Given(), AnswerStage.Draft).Value.Items);
    }

    [Fact]
    public void Fill_IDoNotKnowYet_IsAFullAnswerToARequiredQuestion()
    {
        var form = Read(Item("q", "integer", with: Required));

        var answer = Fill(form, new Dictionary<string, GivenAnswer> { ["q"] = new([], NotKnownYet: true) }).Value.To("q")!;

        Assert.True(answer.NotKnownYet);
        Assert.Equal("Jag vet inte än", answer.InWords);
    }

    [Fact]
    public void Fill_IDoNotKnowYetBesideWords_LosesNothing()
    {
        var answer = Fill(Read(Item("q")), new Dictionary<string, GivenAnswer> { ["q"] = new(["Perhaps mornings"], true) }).Value.To("q")!;

        Assert.Equal("Perhaps mornings, Jag vet inte än", answer.InWords);
    }

    [Fact]
    public void Fill_HiddenQuestion_IsNotStoredThoughSomethingWasSent()
    {
        var form = Read(Item("a", "boolean"), Item("b", "text", "health", When("a", "=", "answerBoolean", true)));

        Assert.Null(Fill(form, Given(("a", "false"), ("b", "secret"))).Value.To("b"));
        Assert.NotNull(Fill(form, Given(("a", "true"), ("b", "told"))).Value.To("b"));
    }

    [Fact]
    public void Fill_RequiredButHidden_IsNotAskedFor()
    {
        var form = Read(Item("a", "boolean"), Item("b", with: When("a", "=", "answerBoolean", true) + Required));

        Assert.True(Fill(form, Given(("a", "false"))).Succeeded);
    }

    [Fact]
    public void Fill_WhatHangsOnAHiddenQuestion_IsHiddenToo()
    {
        var form = Read(
            Item("a", "boolean"),
            Item("b", "boolean", with: When("a", "=", "answerBoolean", true)),
            Item("c", with: When("b", "=", "answerBoolean", true)));

        var answers = Fill(form, Given(("a", "false"), ("b", "true"), ("c", "secret"))).Value;

        Assert.Equal(["a"], answers.Items.Select(i => i.LinkId));
    }

    [Fact]
    public void Fill_HiddenGroup_HidesAllInIt()
    {
        var group = Item("g", "group", null, When("a", "exists", "answerBoolean", true) + (g => g["item"] = new JsonArray(Item("b"))));
        var form = Read(Item("a"), group);

        Assert.Empty(Fill(form, Given(("b", "secret"))).Value.Items);
        Assert.Equal(2, Fill(form, Given(("a", "x"), ("b", "y"))).Value.Items.Count);
    }

    [Theory]
    [InlineData("all", true, false)]
    [InlineData("any", true, true)]
    public void Fill_SeveralConditions_AllOrAny(string behaviour, bool both, bool one)
    {
        var form = Read(
            Item("a", "boolean"), Item("b", "boolean"),
            Item("c", with: When("a", "=", "answerBoolean", true) + When("b", "=", "answerBoolean", true) + (i => i["enableBehavior"] = behaviour)));

        Assert.Equal(both, Fill(form, Given(("a", "true"), ("b", "true"), ("c", "x"))).Value.To("c") is not null);
        Assert.Equal(one, Fill(form, Given(("a", "true"), ("b", "false"), ("c", "x"))).Value.To("c") is not null);
    }

    [Theory]
    [InlineData("other", true)]
    [InlineData("a", false)]
    [InlineData("", false)]
    public void Fill_NotEqual_NeedsAnAnswerThatDiffers(string given, bool shown)
    {
        var form = Read(Choice("a", "work", "a", "other"),
            Item("b", with: When("a", "!=", "answerCoding", new JsonObject { ["code"] = "a" })));

        Assert.Equal(shown, Fill(form, Given(("a", given), ("b", "x"))).Value.To("b") is not null);
    }

    [Theory]
    [InlineData("integer", "seven", "whole-number-expected")]
    [InlineData("integer", "11", "number-out-of-range")]
    [InlineData("integer", "-1", "number-out-of-range")]
    [InlineData("boolean", "yes", "yes-or-no-expected")]
    [InlineData("date", "2 March", "day-expected")]
    [InlineData("date", "2026-02-30", "day-expected")]
    public void Fill_ValueOfAnotherType_IsRefused(string type, string value, string name)
    {
        var form = Read(Item("q", type, with: i =>
        {
            ((JsonArray)i["extension"]!).Add(new JsonObject { ["url"] = "http://hl7.org/fhir/StructureDefinition/minValue", ["valueInteger"] = 0 });
            ((JsonArray)i["extension"]!).Add(new JsonObject { ["url"] = "http://hl7.org/fhir/StructureDefinition/maxValue", ["valueInteger"] = 10 });
        }));

        Assert.Equal([$"q {name}"], Refused(form, Given(("q", value))));
    }

    [Theory]
    [InlineData("integer", "7", "7")]
    [InlineData("boolean", "true", "Ja")]
    [InlineData("date", "2026-03-02", "2026-03-02")]
    [InlineData("text", " two\r\nlines ", "two\nlines")]
    public void Fill_ValueOfItsType_IsTaken(string type, string value, string text) =>
        Assert.Equal(text, Fill(Read(Item("q", type)), Given(("q", value))).Value.To("q")!.InWords);

    [Fact]
    public void Fill_OptionThatWasNotOffered_IsRefusedWithoutRepeatingIt()
    {
        var error = Assert.IsType<AnswersNotTaken>(Fill(Read(Choice("q", "work", "a")), Given(("q", "my secret"))).Error);

        Assert.Equal(new AnswerMistake("q", "option-unknown", "q"), Assert.Single(error.Mistakes));
    }

    [Fact]
    public void Fill_TwoOptionsWhereOneIsAsked_IsRefused() => Assert.Equal(
        ["q one-answer-only"],
        Refused(Read(Choice("q", "work", "a", "b")), new Dictionary<string, GivenAnswer> { ["q"] = new(["a", "b"]) }));

    [Fact]
    public void Fill_TwoOptionsWhereSeveralMayBeChosen_AreKeptInOrder()
    {
        var choice = Choice("q", "work", "a", "b");
        choice["repeats"] = true;

        var answer = Fill(Read(choice), new Dictionary<string, GivenAnswer> { ["q"] = new(["b", "a", "b"]) }).Value.To("q")!;

        Assert.Equal(["b", "a"], answer.Values.Select(v => v.Plain));
    }

    [Fact]
    public void Fill_OpenChoiceInOwnWords_IsKeptWithoutCode()
    {
        var open = Choice("q", "work", "a");
        open["type"] = "open-choice";

        var answer = Fill(Read(open), new Dictionary<string, GivenAnswer> { ["q"] = new([], OwnWords: "a walk first") }).Value.To("q")!;

        Assert.Equal(new AnswerValue(null, "a walk first"), Assert.Single(answer.Values));
    }

    [Fact]
    public void Fill_TooLong_IsRefused() => Assert.Equal(
        ["q text-too-long"], Refused(Read(Item("q", with: i => i["maxLength"] = 5)), Given(("q", "sixsix"))));

    [Fact]
    public void Fill_QuestionThatIsNotInTheForm_IsRefused() =>
        Assert.Equal(["zzz question-unknown"], Refused(Read(Item("q")), Given(("zzz", "x"))));

    [Fact]
    public void Fill_AnswerToAGroup_IsRefused() => Assert.Equal(
        ["g question-unknown"],
        Refused(Read(Item("g", "group", null, g => g["item"] = new JsonArray(Item("q")))), Given(("g", "x"))));
}
