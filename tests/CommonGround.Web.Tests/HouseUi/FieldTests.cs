using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;

namespace CommonGround.Web.Tests.HouseUi;

/// <summary>What fields do with what a person wrote, tried on the gallery's form.</summary>
[OnOneDatabase("The parts that pages are made of read nothing from it.")]
public sealed class FieldTests(SqliteDemo product) : IClassFixture<SqliteDemo>
{
    private const string SampleForm = "form.card.form";

    [Fact]
    public async Task Send_WithSomethingAmiss_NamesEachFieldAndLeadsToIt()
    {
        var page = await SendAmiss();

        Assert.Equal(
            ["Name: Please fill this in", "Phone: This is longer than the 20 characters there is room for"],
            page.Texts("#errors li a"));
        Assert.All(page.Document.QuerySelectorAll("#errors a"), link => Assert.True(page.Has(link.GetAttribute("href")!)));
        Assert.True(page.Has("#errors[autofocus][tabindex='-1']"));
        Assert.StartsWith("To look at:", page.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithSomethingAmiss_TiesTheMessageToItsField()
    {
        var page = await SendAmiss();

        var name = page.Element<AngleSharp.Dom.IElement>("#Input_Name");
        Assert.Equal("true", name.GetAttribute("aria-invalid"));
        Assert.Equal("Please fill this in", page.Text("#" + name.GetAttribute("aria-describedby")));
        Assert.False(page.Element<AngleSharp.Dom.IElement>("#Input_Story").HasAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Send_WithSomethingAmiss_GivesBackEverythingAsWritten()
    {
        var page = await SendAmiss();
        var form = page.Form(SampleForm);

        Assert.Equal("a number that is far too long <b>", form.Value("Input.Phone"));
        Assert.Contains("Two lines\n& \"more\"", form.Value("Input.Story").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        // The first of these line breaks is the one that browsers take away.
        Assert.Matches(">\n(&#xD;)?&#xA;Two lines", page.Html);
        Assert.Equal("2027-02-09", form.Value("Input.Day"));
        Assert.Equal("Unsure", form.Value("Input.Way"));
    }

    [Fact]
    public async Task CommandId_OfAFormThatComesBack_IsTheSameAct()
    {
        var visitor = product.Visit();
        var form = (await visitor.Open("/gallery")).Form(SampleForm);
        var before = form.Value("CommandId");

        var again = (await visitor.Submit(form)).Form(SampleForm).Value("CommandId");
        var anew = (await visitor.Open("/gallery")).Form(SampleForm).Value("CommandId");

        Assert.Equal(before, again);
        Assert.NotEqual(before, anew);
        Assert.Equal(7, Guid.Parse(before).Version);
    }

    [Fact]
    public async Task LongText_BeforeItIsWritten_SaysWhoReadsIt()
    {
        var page = await product.Visit().Open("/gallery");

        var ids = page.Element<AngleSharp.Dom.IElement>("#Input_Story").GetAttribute("aria-describedby")!.Split(' ');
        Assert.Contains(ids, id => page.Text("#" + id).StartsWith("Read by", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Flash_AfterItIsDone_IsSaidOnce()
    {
        var visitor = product.Visit();
        var form = (await visitor.Open("/gallery")).Form(SampleForm).Fill("Input.Name", "Sara").Fill("Input.Story", "Some words");

        var done = await visitor.Submit(form);

        Assert.True(done.Has(".flash[role=status]"));
        Assert.False((await visitor.Open("/gallery")).Has(".flash[role=status]"));
    }

    private async Task<Page> SendAmiss()
    {
        var visitor = product.Visit();
        var form = (await visitor.Open("/gallery")).Form(SampleForm)
            .Fill("Input.Phone", "a number that is far too long <b>")
            .Fill("Input.Story", "\nTwo lines\n& \"more\"")
            .Fill("Input.Day", "2027-02-09")
            .Choose("Input.Way", "Unsure");
        return (await visitor.Submit(form)).ExpectOk();
    }
}
