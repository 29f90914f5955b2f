using System.Net;
using AngleSharp.Dom;

namespace CommonGround.E2E.Tests.Nodes;

/// <summary>A yes that is taken back, and a stream that should hear of it.</summary>
internal static class Withdrawing
{
    /// <summary>Takes back the yes to the first of these people who has one.</summary>
    public static async Task TakeBack(PlainBrowser citizen, Uri product, Guid caseId, params string[] names)
    {
        var page = await citizen.Read(new Uri(product, $"/my/{caseId}/sharing"));
        var link = names.Select(name => page.QuerySelectorAll("section").FirstOrDefault(s => s.QuerySelector("h2")?.TextContent == name))
            .Select(section => section?.QuerySelector("a[href*='/withdraw/']")).First(a => a is not null)!;
        var address = new Uri(product, link.GetAttribute("href"));
        var form = (await citizen.Read(address)).QuerySelector("main form:has(input[name=CommandId])")!;
        var fields = form.QuerySelectorAll("input[name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        using var done = await citizen.Post(address, fields);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    /// <summary>Reads a stream until this line of it.</summary>
    public static async Task Until(StreamReader lines, Func<string, bool> isIt)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await lines.ReadLineAsync(patience.Token) is { } came)
        {
            if (isIt(came))
                return;
        }

        Assert.Fail("The stream ended before it came.");
    }
}
