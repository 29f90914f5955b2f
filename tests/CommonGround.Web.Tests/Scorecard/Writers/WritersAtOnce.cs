using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using CommonGround.Testing.Pages;
using CommonGround.Web.Tests.Scorecard.Forms;
using Npgsql;

namespace CommonGround.Web.Tests.Scorecard.Writers;

/// <summary>Many have the same version of something open, half of them at each of two nodes, and all press at once.</summary>
internal sealed class WritersAtOnce(TwoNodes product, int writers)
{
    /// <param name="people">Who writes, in turns.</param>
    /// <param name="open">Opens the page that has the form.</param>
    /// <param name="fill">Writes their words into it.</param>
    /// <param name="versionOf">One after the other, each with the version that stands by then: the negative control.</param>
    public async Task<Written> Write(
        string what, string[] people, Func<Visitor, Task<Form>> open, Action<Form, string> fill, Action<Form, int>? versionOf = null)
    {
        var sent = new List<(string Words, Visitor Writer, HttpRequestMessage Form)>();
        for (var i = 0; i < writers; i++)
        {
            var writer = await product.SignInAt(i % 2, people[i % people.Length]);
            var words = $"Words of writer {i}, {Guid.CreateVersion7():N}, to the last.";
            var form = await open(writer);
            fill(form, words);
            versionOf?.Invoke(form, i);
            sent.Add((words, writer, form.Request()));
        }

        var answers = new List<(string Words, Page Page)>();
        foreach (var together in sent.Chunk(versionOf is null ? writers : 1))
            answers.AddRange(await Task.WhenAll(together.Select(async s => (s.Words, await s.Writer.Send(s.Form)))));

        var stands = await Everything();
        var stored = answers.Where(a => stands.Contains(a.Words, StringComparison.Ordinal) || stands.Contains(InTheJournal(a.Words), StringComparison.Ordinal))
            .Select(a => a.Words).ToList();
        var others = answers.Where(a => !stored.Contains(a.Words)).ToList();
        var told = others.Where(o => stored is [var first] && IsTold(o.Page, o.Words, first)).ToList();
        return new Written(what, writers, stored.Count, told.Count,
            [.. others.Except(told).Select(o => $"{(int)o.Page.Status} {o.Page.Address.AbsolutePath}: {(o.Page.Has("main") ? o.Page.Text()[..Math.Min(200, o.Page.Text().Length)] : "")}")]);
    }

    /// <summary>It says so, in words that are no page of an error; what stands is there, and so is what they wrote, whole.</summary>
    private static bool IsTold(Page page, string own, string stands) =>
        page.Status is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity
        && page.Text().Contains(stands, StringComparison.Ordinal) && IsKept(page, own);

    private static bool IsKept(Page page, string own) =>
        page.Text().Contains(own, StringComparison.Ordinal)
        || page.Document.QuerySelectorAll("form[method=post] input").OfType<IHtmlInputElement>().Any(i => i.Value == own);

    /// <summary>The journal keeps its words as bytes.</summary>
    private static string InTheJournal(string words) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(words));

    /// <summary>All that the database holds, without what the access log says.</summary>
    private async Task<string> Everything()
    {
        await using var connection = new NpgsqlConnection(product.Database.ConnectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var names = new NpgsqlCommand("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'access\\_%' and table_name <> 'definition'", connection))
        await using (var rows = await names.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                tables.Add($"select string_agg(t::text, ' ') from \"{rows.GetString(0)}\" t");
        }

        await using var all = new NpgsqlCommand(string.Join(" union all ", tables), connection);
        await using var read = await all.ExecuteReaderAsync();
        var held = new StringBuilder();
        while (await read.ReadAsync())
            held.AppendLine(read.IsDBNull(0) ? "" : read.GetString(0));
        return held.ToString();
    }
}
