using System.Net;
using System.Text.RegularExpressions;
using CommonGround.Web.Features.Demo;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CommonGround.Web.Tests.Scorecard.EveryLook;

/// <summary>
/// Someone who opens at random what they are led to, what others are, and what is in nobody's links: pages, lists with searches, files,
/// what is not theirs. Sends what carries nothing too: forms without their proof, and requests of someone who is not signed in.
/// </summary>
internal sealed partial class Walker
{
    private static readonly string[] NotFollowed = ["/sign-out", "/css", "/js", "/fonts", "/gallery", "/language", "/demo"];
    private static readonly string[] Lists = ["/cases", "/cases", "/episodes", "/episodes", "/for-me", "/copies", "/sick-notes", "/sick-notes/type", "/privacy"];
    private static readonly string[] Words = ["Sara", "Lind", "ber", "zqx", "198403149803", "å", "+", ""];
    private static readonly string[] Sorts = ["name", "-name", "day", "-day", "due", "-due", "length", "-ends", "zqx"];

    private readonly HttpClient _client;
    private readonly HttpClient _stranger;
    private readonly WhatItShowed _showed;
    private readonly Random _random;
    private readonly IReadOnlyList<string> _addresses;
    private readonly HashSet<string> _seen = [];
    private readonly List<string> _led = [];

    private Walker(HttpClient client, HttpClient stranger, Guid person, IReadOnlyList<string> addresses, WhatItShowed showed, Random random)
    {
        (_client, _stranger, Person, _addresses, _showed, _random) = (client, stranger, person, addresses, showed, random);
    }

    public Guid Person { get; }

    public List<Answer> Answers { get; } = [];

    public static async Task<Walker> SignIn(WebApplicationFactory<Program> product, string person, IReadOnlyList<string> addresses, WhatItShowed showed, int seed)
    {
        var options = new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false };
        var client = product.CreateClient(options);
        var id = DemoFile.IdOf(person);
        var page = await client.GetStringAsync(new Uri("/demo", UriKind.Relative));
        using var form = new FormUrlEncodedContent([new("personId", $"{id}"), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
        using var done = await client.PostAsync(new Uri("/demo", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        return new Walker(client, product.CreateClient(options), id, addresses, showed, new Random(seed)).LedTo([done.Headers.Location!.OriginalString]);
    }

    public async Task Step()
    {
        var kind = _random.Next(100);
        if (kind < 3)
            await Ask(_stranger, HttpMethod.Get, Pick(_addresses));
        else if (kind < 6)
            await Ask(_client, HttpMethod.Post, Pick(_addresses));
        else if (kind < 64)
            await Ask(_client, HttpMethod.Get, Pick(_led));
        else if (kind < 88)
            await Ask(_client, HttpMethod.Get, Pick(Lists) + Narrowed());
        else
            await Ask(_client, HttpMethod.Get, Pick(_addresses));
    }

    private async Task Ask(HttpClient client, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.RelativeOrAbsolute));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        var html = type == "text/html" ? await answer.Content.ReadAsStringAsync() : "";
        var at = new Uri(client.BaseAddress!, address);
        var showed = client == _client ? _showed.Of(at.AbsolutePath, at.Query, answer.StatusCode, WebUtility.HtmlDecode(Body().Match(html).Value)) : null;
        Answers.Add(new Answer(client == _client ? Person : Guid.Empty, at.AbsolutePath, at.Query, answer.StatusCode, showed));
        if (client == _client && answer.Headers.Location is { } leads)
            LedTo([new Uri(at, leads).PathAndQuery]);
        if (answer.StatusCode == HttpStatusCode.OK && type == "text/html" && client == _client)
            LedTo(Links().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)));
    }

    private Walker LedTo(IEnumerable<string> links)
    {
        _led.AddRange(links.Where(l => !NotFollowed.Any(n => l.StartsWith(n, StringComparison.Ordinal)) && _seen.Count < 2_000 && _seen.Add(l)));
        return this;
    }

    private string Narrowed() => _random.Next(5) switch
    {
        0 => "",
        1 => $"?find={Uri.EscapeDataString(Pick(Words))}",
        2 => $"?sort={Pick(Sorts)}&page={_random.Next(-1, 4)}",
        3 => $"?find={Uri.EscapeDataString(Pick(Words))}&sort={Pick(Sorts)}&show={Pick(["late", "mine", ""])}",
        _ => $"?show={Pick(["late", "mine", "zqx"])}&page={_random.Next(0, 3)}",
    };

    private string Pick(IReadOnlyList<string> from) => from[_random.Next(from.Count)];

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("<a [^>]*href=\"(/[^\"#]*)")]
    private static partial Regex Links();
}
