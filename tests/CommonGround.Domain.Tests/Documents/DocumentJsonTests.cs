using System.Text;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Documents;

public sealed class DocumentJsonTests
{
    private static readonly Document Everything = new()
    {
        Language = "da",
        Title = "Plan for Søren Kjær",
        Subtitle = "pædagog",
        MetaLines = ["Version 2", "kopi til Åse Bæk"],
        Author = "Mette Høj",
        Classification = "Fortroligt",
        CreatedAt = new DateTimeOffset(2026, 12, 9, 13, 40, 1, 234, TimeSpan.FromHours(1)).AddMicroseconds(567),
        Blocks =
        [
            new Heading(InformationKind.Plan, 2, "Mål <script> \"&'"),
            new Paragraph(InformationKind.Story, new InlineText("Støj ", InlineText.Strong("tømmer"), " mig\nfør elva. 😀"), Tone.Voice),
            new ItemList(InformationKind.Work, ["ét", "to"], Numbered: true),
            new FactList(InformationKind.Contact, [new Fact("Tlf.", "12 34 56 78")]),
            new Table(InformationKind.Plan, ["Hvad", "Hvem"], [new TableRow("a"), new TableRow("b", "c")], "Aftaler", [2, 1.5]),
            new Table(InformationKind.Plan, ["Hvad"], []),
            new Callout(InformationKind.Plan, null, ["Ring"]),
            new GradedStepsFigure(InformationKind.Leave, "Andel", "To trin", [new StepBar("12. jan.", 25, 50, "note"), new StepBar("9. feb.", 50, 50)]),
            new Signatures(InformationKind.Attendance, [new SignatureLine("Åse Bæk"), new SignatureLine("Søren", "Enig")]),
            new PageBreak(),
        ],
    };

    [Fact]
    public void Read_OfWhatWasWritten_GivesTheSameBytesAgain()
    {
        var stored = DocumentJson.Write(Everything);

        var read = DocumentJson.Read(stored).Value;

        Assert.Equal(Encoding.UTF8.GetString(stored), Encoding.UTF8.GetString(DocumentJson.Write(read)));
        Assert.Equal(Everything.CreatedAt, read.CreatedAt);
        Assert.Equal(Everything.Kinds, read.Kinds);
        Assert.Equal(Everything.Blocks.Select(block => block.GetType()), read.Blocks.Select(block => block.GetType()));
        Assert.Equal(((Paragraph)Everything.Blocks[1]).Text, ((Paragraph)read.Blocks[1]).Text);
    }

    [Fact]
    public void Write_KeepsItsForm_BecauseHandedOverCopiesAreHashedAsStored()
    {
        var document = Everything with { Blocks = [Everything.Blocks[0], Everything.Blocks[1], Everything.Blocks[9]] };

        Assert.Equal(
            """{"language":"da","title":"Plan for Søren Kjær","subtitle":"pædagog","metaLines":["Version 2","kopi til Åse Bæk"],"author":"Mette Høj","classification":"Fortroligt","createdAt":"2026-12-09T13:40:01.234567+01:00","blocks":[{"block":"heading","kind":8,"level":2,"text":"Mål \u003Cscript\u003E \u0022\u0026\u0027"},{"block":"paragraph","kind":6,"text":["Støj ",{"strong":"tømmer"}," mig\nfør elva. \uD83D\uDE00"],"tone":3},{"block":"pageBreak","kind":1}]}""",
            Encoding.UTF8.GetString(DocumentJson.Write(document)));
    }

    private const string Head = """{"language":"sv","title":"t","author":"a","createdAt":"2026-12-09T13:40:01+01:00","blocks":""";

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData(Head + "[null]}")]
    [InlineData(Head + "null}")]
    [InlineData(Head + """[{"kind":8,"text":"of no sort","tone":0}]}""")]
    [InlineData(Head + """[{"block":"poem","kind":8}]}""")]
    [InlineData(Head + """[{"block":"paragraph","text":"no kind","tone":0}]}""")]
    [InlineData(Head + """[{"block":"paragraph","kind":99,"text":"no such kind","tone":0}]}""")]
    [InlineData(Head + """[{"block":"paragraph","kind":8,"text":null,"tone":0}]}""")]
    [InlineData(Head + """[{"block":"paragraph","kind":8,"text":[{"weak":"x"}],"tone":0}]}""")]
    [InlineData(Head + """[{"block":"list","kind":8,"items":[null],"numbered":false}]}""")]
    [InlineData(Head + """[{"block":"heading","kind":8,"level":9,"text":"too deep"}]}""")]
    [InlineData(Head + """[],"dropped":"silently"}""")]
    public void Read_OfWhatIsNoDocument_IsRefused(string stored) =>
        Assert.IsType<DocumentUnreadable>(DocumentJson.Read(Encoding.UTF8.GetBytes(stored)).Error);

    [Fact]
    public void Read_OfTheHeadThatTheRefusalsShare_Succeeds() =>
        Assert.True(DocumentJson.Read(Encoding.UTF8.GetBytes(Head + """[{"block":"paragraph","kind":8,"text":"x","tone":0}]}""")).Succeeded);
}
