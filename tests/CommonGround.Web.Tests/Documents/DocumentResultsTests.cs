using System.Text;
using CommonGround.Web.Infrastructure.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CommonGround.Web.Tests.Documents;

public sealed class DocumentResultsTests
{
    private static async Task<(HttpResponse Response, byte[] Body)> Send(DocumentFile file)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { Response = { Body = body } };
        await file.ExecuteResultAsync(new ActionContext(context, new RouteData(), new()));
        return (context.Response, body.ToArray());
    }

    [Fact]
    public async Task Pdf_IsSentAsAFileThatNoCacheKeeps()
    {
        var (response, body) = await Send(SamplePlan.Swedish().Pdf("Plan för återgång.pdf", Words.Texts));

        Assert.Equal("application/pdf", response.ContentType);
        Assert.Equal("no-store", response.Headers.CacheControl);
        Assert.Equal("nosniff", response.Headers.XContentTypeOptions);
        Assert.StartsWith("attachment; filename=", response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.Contains("filename*=UTF-8''Plan%20f%C3%B6r%20%C3%A5terg%C3%A5ng.pdf", response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.Equal(body.Length, response.ContentLength);
        Assert.Equal("%PDF-1.7"u8.ToArray(), body[..8]);
    }

    [Fact]
    public async Task Text_IsSentWithByteOrderMarkAndCarriageReturns()
    {
        var (response, body) = await Send(SamplePlan.Danish().Text("plan", Words.Texts));

        Assert.Equal("text/plain; charset=utf-8", response.ContentType);
        Assert.Equal(Encoding.UTF8.GetPreamble(), body[..3]);
        Assert.Contains("Søren Kjær, pædagog\r\n", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_AskedForByHead_SendsNoBody()
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { Request = { Method = "HEAD" }, Response = { Body = body } };

        await SamplePlan.Swedish().Pdf("plan", Words.Texts).ExecuteAsync(context);

        Assert.Equal(0, body.Length);
        Assert.True(context.Response.ContentLength > 0);
    }

    [Theory]
    [InlineData("plan", "plan.pdf")]
    [InlineData("plan.PDF", "plan.pdf")]
    [InlineData("Plan för Sara", "Plan för Sara.pdf")]
    [InlineData("../../etc/passwd", "etc passwd.pdf")]
    [InlineData("a\"; filename=\"b.exe", "a filename b.exe.pdf")]
    [InlineData("line\r\nX-Bad: yes", "line X-Bad yes.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.exe.pdf")]
    [InlineData("\uD800", "document.pdf")]
    [InlineData("...", "document.pdf")]
    [InlineData("", "document.pdf")]
    public void Pdf_ProposedName_IsMadeSafe(string proposed, string expected) =>
        Assert.Equal(expected, SamplePlan.Danish().Pdf(proposed, Words.Texts).FileName);

    [Fact]
    public void Pdf_VeryLongName_IsCut() => Assert.Equal(104, SamplePlan.Danish().Pdf(new string('å', 500), Words.Texts).FileName.Length);
}
