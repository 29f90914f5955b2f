using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CommonGround.Domain.Accounts;
using CommonGround.Testing.Pages;

namespace CommonGround.E2E.Tests.Nodes;

/// <summary>Coming in takes several steps, and no two of them need the same node.</summary>
[Collection(BehindAProxy.Name)]
public sealed class SignInBehindProxyTests(NodesBehindProxy nodes)
{
    private const string Password = "en lugn morgon i mars";

    [Fact]
    public async Task InTheDemo_APerson_IsIn_AtEachNode()
    {
        using var amina = new PlainBrowser();
        await amina.SignIn(nodes.Address, "amina");

        await nodes.AtBoth(amina, async () =>
        {
            using var page = await amina.Ask(new Uri(nodes.Address, "/cases"));
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        });
    }

    [Fact]
    public async Task AnAccount_FromTheInvitation_ToPasswordAndCode_IsIn_AtEachNode()
    {
        using var first = new PlainBrowser();
        var email = $"{Guid.CreateVersion7():N}@region.example";
        var (link, code) = await Invite(email);
        await first.Submit(FormOf(await first.Read(link)).Fill("Code", code));
        await first.Submit(FormOf(await first.Read(new Uri(nodes.Address, "/account/password"))).Fill("Password", Password));
        var page = await first.Read(new Uri(nodes.Address, "/account/authenticator"));
        var key = Key(string.Concat(page.QuerySelector("main details p")!.TextContent.Where(char.IsLetterOrDigit)));
        var step = TimeCode.StepAt(TimeProvider.System.GetUtcNow().UtcDateTime);
        page = await first.Submit(FormOf(page).Fill("Code", TimeCode.At(key, step)));
        Assert.Equal(10, page.QuerySelectorAll(".codes li").Length);
        Assert.Equal(2, first.AnsweredBy.Distinct().Count());

        // Another browser, the next code: each is taken once, at whichever node.
        using var second = new PlainBrowser();
        using var third = new PlainBrowser();
        page = await SignIn(second, email, TimeCode.At(key, step + 1));
        Assert.Null(page.QuerySelector("#errors"));
        Assert.NotNull((await SignIn(third, email, TimeCode.At(key, step + 1))).QuerySelector("#errors"));
        await nodes.AtBoth(second, async () =>
        {
            using var account = await second.Ask(new Uri(nodes.Address, "/account"));
            Assert.Equal(HttpStatusCode.OK, account.StatusCode);
        });
    }

    private async Task<(Uri Link, string Code)> Invite(string email)
    {
        var (ended, said) = await nodes.Nodes[0].Run("account", "invite", "--email", email, "--given", "Astrid", "--family", "Holm", "--language", "sv",
            "--role", "coordinator", "--unit", "Smärtmottagningen", "--organisation", "Region Nord");
        Assert.True(ended == 0, said);
        // The address is the one that people come by, and no node's own.
        var lines = said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var link = lines.Single(line => line.StartsWith(nodes.Address.ToString(), StringComparison.Ordinal));
        return (new Uri(link), lines[Array.IndexOf(lines, link) + 1]);
    }

    private async Task<IDocument> SignIn(PlainBrowser browser, string email, string code)
    {
        var page = await browser.Read(new Uri(nodes.Address, "/sign-in?to=/account"));
        var form = new Form((IHtmlFormElement)page.QuerySelector("form:has([name=Password])")!);
        return await browser.Submit(form.Fill("Name", email).Fill("Password", Password).Fill("Code", code));
    }

    private static Form FormOf(IDocument page) => new((IHtmlFormElement)page.QuerySelector("main form")!);

    private static byte[] Key(string letters)
    {
        var bits = string.Concat(letters.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
