using System.Net;
using CommonGround.Testing.Databases;
using Npgsql;

namespace CommonGround.Web.Tests.Scorecard.Forms;

/// <summary>Sends each form, as it is, three times, and notes what came of it. Whoever sent it reads the first answer.</summary>
/// <param name="jar">The cookies of the one who sends: a second press goes with those that the first one had.</param>
internal sealed class Thrice(SendingThrice product, CookieContainer jar, HttpMessageInvoker other) : DelegatingHandler
{
    /// <summary>Each of these people comes in by it, again and again; it is of the demo alone.</summary>
    private const string DemoSignIn = "/demo";

    // What stands in the database is looked at before and after: one form at a time.
    private static readonly SemaphoreSlim One = new(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post || request.RequestUri!.AbsolutePath == DemoSignIn)
            return await base.SendAsync(request, cancellationToken);

        await One.WaitAsync(cancellationToken);
        try
        {
            return await ThreeTimes(request, cancellationToken);
        }
        finally
        {
            One.Release();
        }
    }

    private async Task<HttpResponseMessage> ThreeTimes(HttpRequestMessage request, CancellationToken cancel)
    {
        var cookies = jar.GetCookieHeader(request.RequestUri!);
        var copies = new[] { await Copy(request, cookies), await Copy(request, cookies) };
        var before = await DatabaseState.Read(product.Database);
        var first = await base.SendAsync(request, cancel);
        var once = await DatabaseState.Read(product.Database);
        if (product.WithoutReceipts)
            await Forget(product.Database);
        var expected = product.WithoutReceipts ? await DatabaseState.Read(product.Database) : once;
        var replies = new List<Reply> { Reply.Of(first) };
        foreach (var copy in copies)
        {
            using var answer = await other.SendAsync(copy, cancel);
            replies.Add(Reply.Of(answer));
        }

        var thrice = await DatabaseState.Read(product.Database);
        if (first.Headers.TryGetValues(PostHandlers.Header, out var handler))
            product.Sent.Note(new SentForm(handler.Single(), request.RequestUri!.PathAndQuery, replies, once.Since(before), thrice.Since(expected),
                once.Rows("journal_entry") - before.Rows("journal_entry")));
        return first;
    }

    private static async Task<HttpRequestMessage> Copy(HttpRequestMessage request, string cookies)
    {
        var copy = new HttpRequestMessage(HttpMethod.Post, request.RequestUri);
        foreach (var (name, values) in request.Headers)
            copy.Headers.TryAddWithoutValidation(name, values);
        if (cookies.Length > 0)
            copy.Headers.Add("Cookie", cookies);
        if (request.Content is null)
            return copy;

        await request.Content.LoadIntoBufferAsync();
        copy.Content = new ByteArrayContent(await request.Content.ReadAsByteArrayAsync());
        foreach (var (name, values) in request.Content.Headers)
            copy.Content.Headers.TryAddWithoutValidation(name, values);
        return copy;
    }

    private static async Task Forget(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var forget = new NpgsqlCommand("delete from command_done", connection);
        await forget.ExecuteNonQueryAsync();
    }
}
