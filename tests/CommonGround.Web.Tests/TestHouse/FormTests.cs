using AngleSharp;
using AngleSharp.Html.Dom;
using CommonGround.Testing.Pages;
using Xunit.Sdk;

namespace CommonGround.Web.Tests.TestHouse;

public sealed class FormTests
{
    private const string Html = """
        <form method="post" action="/plans/7?lang=sv">
          <input type="hidden" name="__token" value="secret"><input name="Title" value="Börja om">
          <textarea name="Why">först</textarea>
          <input type="radio" name="Hat" value="support" checked><input type="radio" name="Hat" value="decides">
          <input type="checkbox" name="Agreed" value="true">
          <select name="Degree"><option value="25">25 %</option><option value="50">50 %</option></select>
          <input name="Off" value="x" disabled>
          <button name="Do" value="save">Spara</button><button name="Do" value="agree">Enas</button>
        </form>
        """;

    [Fact]
    public async Task Request_OfAnUntouchedForm_SendsWhatThePagePutIntoIt() =>
        Assert.Equal("__token=secret&Title=B%C3%B6rja+om&Why=f%C3%B6rst&Hat=support&Degree=25&Do=save", await Sent(await Form()));

    [Fact]
    public async Task Request_OfAFilledForm_SendsWhatWasFilledIn()
    {
        var form = await Form();
        form.Fill("Title", "Ny").Fill("Why", "därför").Choose("Hat", "decides").Choose("Agreed").Fill("Degree", "50");

        Assert.Equal("__token=secret&Title=Ny&Why=d%C3%A4rf%C3%B6r&Hat=decides&Agreed=true&Degree=50&Do=agree", await Sent(form, "button[value=agree]"));
    }

    [Fact]
    public async Task Request_OfAForm_GoesToItsAddress()
    {
        using var request = (await Form()).Request();

        Assert.Equal("https://localhost/plans/7?lang=sv", request.RequestUri!.ToString());
        Assert.Equal(HttpMethod.Post, request.Method);
    }

    [Fact]
    public async Task Fill_AFieldThatIsNot_NamesThoseThatAre()
    {
        var form = await Form();

        var failure = Assert.ThrowsAny<XunitException>(() => form.Fill("Titel", "Ny"));

        Assert.Contains("__token, Title, Why, Hat", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_WhatIsNotOffered_Fails()
    {
        var form = await Form();

        Assert.ThrowsAny<XunitException>(() => form.Choose("Hat", "boss"));
        Assert.ThrowsAny<XunitException>(() => form.Fill("Degree", "33"));
    }

    private static async Task<Form> Form()
    {
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(content => content.Content(Html).Address("https://localhost/plans/7"));
        return new Form((IHtmlFormElement)document.QuerySelector("form")!);
    }

    private static async Task<string> Sent(Form form, string? button = null)
    {
        using var request = form.Request(button);
        return await request.Content!.ReadAsStringAsync();
    }
}
