using System.Text;
using System.Text.Json.Nodes;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Tests.Forms.FormJsonText;

namespace CommonGround.Domain.Tests.Forms;

public sealed class FormReaderTests
{
    private static string[] Mistakes(JsonNode json) => Mistakes(json.Bytes());

    private static string[] Mistakes(byte[] bytes) => FormReader.Read(bytes).Error is FormNotUnderstood e
        ? [.. e.Mistakes.Select(m => $"{m.Path} {m.Name} {m.Detail}")] : [];

    private static string OneMistake(JsonObject item) => Assert.Single(Mistakes(Form(item)));

    [Fact]
    public void Read_GoodForm_GivesItemsTextsKindsAndHash()
    {
        var bytes = Form(Item("group", "group", null, g => g["item"] = new JsonArray(Item("own-view"), Choice("c", "work", "a", "b")))).Bytes();

        var form = FormReader.Read(bytes).Value;

        Assert.Equal(("talk", "1", "A talk", "text in sv"), (form.Key, form.Version, form.Title.En, form.Title.Sv));
        Assert.Equal(ContentHash.Of(bytes), form.Hash);
        Assert.Equal(["group", "own-view", "c"], form.AllItems.Select(i => i.LinkId));
        Assert.Equal(InformationKind.Story, form.Find("own-view")!.Kind);
        Assert.Equal(["a", "b"], form.Find("c")!.Options.Select(o => o.Code));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("string")]
    [InlineData("boolean")]
    [InlineData("integer")]
    [InlineData("date")]
    public void Read_QuestionWithoutKind_DoesNotLoad(string type) =>
        Assert.Equal("$.item[0] kind-missing q", OneMistake(Item("q", type, null)));

    [Fact]
    public void Read_ChoiceWithoutKind_DoesNotLoad()
    {
        var choice = Choice("q", "work", "a");
        choice.Remove("extension");

        Assert.Equal("$.item[0] kind-missing q", OneMistake(choice));
    }

    [Fact]
    public void Read_GroupsKind_IsNotInherited()
    {
        var group = Item("g", "group", "health", g => g["item"] = new JsonArray(Item("q", "text", null)));

        Assert.Equal("$.item[0].item[0] kind-missing q", OneMistake(group));
    }

    [Fact]
    public void Read_KindThatDoesNotExist_IsAMistake() => Assert.Equal(
        ["$.item[0].extension[0].valueCode unknown-kind secret", "$.item[0] kind-missing q"],
        Mistakes(Form(Item("q", "text", "secret"))));

    [Fact]
    public void Read_TwoKinds_IsAMistake() => Assert.Equal(
        "$.item[0] kind-twice " + Kind,
        OneMistake(Item("q", "text", "story", i => ((JsonArray)i["extension"]!).Add(Extension(Kind, "work")))));

    [Theory]
    [InlineData("health")]
    [InlineData("function")]
    [InlineData("story")]
    [InlineData("leave")]
    public void Read_ReleaseAsAKindNoWorkplaceMayRead_IsAMistake(string kind) => Assert.Equal(
        $"$.item[0] release-kind-refused {kind}",
        OneMistake(Item("q", "text", "story", i => ((JsonArray)i["extension"]!).Add(Extension(ReleasableAs, kind)))));

    [Theory]
    [InlineData("health")]
    [InlineData("diary")]
    [InlineData("assessment")]
    public void Read_ReleaseOfWhatNeverLeavesItsKind_IsAMistake(string kind) => Assert.Equal(
        $"$.item[0] kind-never-released {kind}",
        OneMistake(Item("q", "text", kind, i => ((JsonArray)i["extension"]!).Add(Extension(ReleasableAs, "work")))));

    [Fact]
    public void Read_ReleasableAsWork_IsKept()
    {
        var form = FormReader.Read(Form(Item("q", "text", "story", i =>
            ((JsonArray)i["extension"]!).Add(Extension(ReleasableAs, "work")))).Bytes()).Value;

        Assert.Equal(InformationKind.Work, form.Find("q")!.ReleasableAs);
    }

    [Fact]
    public void Read_MissingLanguage_IsNamed() =>
        Assert.Equal("$.item[0].text language-missing da", OneMistake(Item("q", with: i => i["_text"] = Translated("sv"))));

    [Fact]
    public void Read_MissingLanguageOfAnOption_IsNamed()
    {
        var choice = Choice("q", "work", "a");
        choice["answerOption"]![0]!["valueCoding"]!["_display"] = Translated("da");

        Assert.Equal("$.item[0].answerOption[0].valueCoding.display language-missing sv", OneMistake(choice));
    }

    [Fact]
    public void Read_LanguageTwice_IsAMistake() => Assert.Equal(
        "$.item[0]._text.extension[2] language-twice sv", OneMistake(Item("q", with: i => i["_text"] = Translated("sv", "da", "sv"))));

    [Fact]
    public void Read_Help_IsTheInnerDisplayWithItsItemControl()
    {
        var help = Item("q-help", "display", null, i => i["extension"] = new JsonArray(new JsonObject
        {
            ["url"] = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
            ["valueCodeableConcept"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["code"] = "help" }) },
        }));

        var form = FormReader.Read(Form(Item("q", with: i => i["item"] = new JsonArray(help))).Bytes()).Value;

        Assert.Equal("Question q-help", form.Find("q")!.Help!.En);
        Assert.Single(form.AllItems);
    }

    [Fact]
    public void Read_QuestionUnderQuestion_IsAMistake() => Assert.Equal(
        "$.item[0].item questions-under-question q", OneMistake(Item("q", with: i => i["item"] = new JsonArray(Item("inner")))));

    [Theory]
    [InlineData("initial")]
    [InlineData("readOnly")]
    [InlineData("answerValueSet")]
    [InlineData("modifierExtension")]
    public void Read_PropertyOutsideTheSubset_IsRefusedAndNotPassedOver(string property) => Assert.Equal(
        $"$.item[0].{property} unsupported-property {property}", OneMistake(Item("q", with: i => i[property] = true)));

    [Fact]
    public void Read_ExtensionThatHides_IsRefused() => Assert.Equal(
        "$.item[0].extension[1] unsupported-extension http://hl7.org/fhir/StructureDefinition/questionnaire-hidden",
        OneMistake(Item("q", with: i => ((JsonArray)i["extension"]!).Add(new JsonObject
        {
            ["url"] = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden",
            ["valueBoolean"] = true,
        }))));

    [Fact]
    public void Read_UnknownType_IsNamed() =>
        Assert.Equal("$.item[0].type unknown-item-type quantity", OneMistake(Item("q", "quantity")));

    [Fact]
    public void Read_LinkIdTwice_IsNamed() =>
        Assert.Equal(["$.item[1].linkId link-id-twice q"], Mistakes(Form(Item("q"), Item("q"))));

    [Fact]
    public void Read_OptionTwice_IsNamed() => Assert.Equal(
        "$.item[0].answerOption[1].valueCoding.code option-twice a", OneMistake(Choice("q", "work", "a", "a")));

    [Fact]
    public void Read_ChoiceWithoutOptions_IsAMistake() =>
        Assert.Equal("$.item[0].answerOption options-missing q", OneMistake(Item("q", "choice", "work")));

    [Fact]
    public void Read_ConditionOnALaterQuestion_IsAMistake() => Assert.Equal(
        ["$.item[0].enableWhen[0].question question-not-before b"],
        Mistakes(Form(Item("a", with: When("b", "=", "answerBoolean", true)), Item("b", "boolean"))));

    [Fact]
    public void Read_ConditionOnAnOptionThatIsNotThere_IsAMistake() => Assert.Equal(
        ["$.item[1].enableWhen[0] unknown-option z"],
        Mistakes(Form(Choice("a", "work", "x"), Item("b", with: When("a", "=", "answerCoding", new JsonObject { ["code"] = "z" })))));

    [Fact]
    public void Read_ConditionWithAnotherOperator_IsAMistake() => Assert.Equal(
        ["$.item[1].enableWhen[0].operator unknown-operator >="],
        Mistakes(Form(Item("a", "integer"), Item("b", with: When("a", ">=", "answerInteger", 3)))));

    [Fact]
    public void Read_TwoConditionsWithoutAllOrAny_IsAMistake()
    {
        var item = Item("b", with: When("a", "exists", "answerBoolean", true) + When("a", "=", "answerBoolean", true));

        Assert.Equal(["$.item[1].enableBehavior behaviour-missing enableBehavior"], Mistakes(Form(Item("a", "boolean"), item)));
    }

    [Fact]
    public void Read_NoCopyright_IsAMistake()
    {
        var form = Form(Item("q"));
        form.Remove("copyright");

        Assert.Equal(["$.copyright missing copyright"], Mistakes(form));
    }

    [Theory]
    [InlineData("{", "no-json")]
    [InlineData("[]", "object-expected")]
    [InlineData("{\"resourceType\":\"Patient\"}", "no-questionnaire")]
    [InlineData("{\"resourceType\":\"Questionnaire\",\"resourceType\":\"Questionnaire\"}", "no-json")]
    public void Read_SomethingElse_IsRefusedByName(string json, string name) =>
        Assert.Contains(name, Assert.Single(Mistakes(Encoding.UTF8.GetBytes(json))), StringComparison.Ordinal);

    [Fact]
    public void Read_TooDeepOrTooLarge_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"item\":[", 200));

        Assert.Contains("no-json", Assert.Single(Mistakes(Encoding.UTF8.GetBytes(deep))), StringComparison.Ordinal);
        Assert.Contains("file-too-large", Assert.Single(Mistakes(new byte[FormReader.MostBytes + 1])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\u00ff")]
    public void Read_TextThatIsNoText_IsRefused(string text)
    {
        var json = Encoding.Latin1.GetBytes("{\"resourceType\":\"Questionnaire\",\"id\":\"" + text + "\"}");

        Assert.Contains("no-json", Assert.Single(Mistakes(json)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RandomDamage_NeverThrows()
    {
        var good = Form(Choice("a", "work", "x"), Item("b", with: When("a", "exists", "answerBoolean", true))).Bytes();
        var random = new Random(20260302);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = (byte[])good.Clone();
            for (var n = random.Next(1, 4); n > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var outcome = FormReader.Read(bytes);
            Assert.True(outcome.Succeeded || outcome.Error is FormNotUnderstood { Mistakes.Count: > 0 });
        }
    }
}
