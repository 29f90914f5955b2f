using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CommonGround.Web.Infrastructure.Documents;

/// <summary>
/// A document on its way to a reader's disk. Both a page handler's and an endpoint's result. No cache may keep it: a
/// shared computer in a staff room would.
/// </summary>
internal sealed class DocumentFile(ReadOnlyMemory<byte> content, string contentType, string fileName) : IResult, IActionResult
{
    public string FileName { get; } = fileName;

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(FileName);
        var response = httpContext.Response;
        response.ContentType = contentType;
        response.ContentLength = content.Length;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }
}
