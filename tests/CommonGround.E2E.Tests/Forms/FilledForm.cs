using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CommonGround.E2E.Tests.Forms;

/// <summary>A form of a page with a button of it pressed, and with something in each field that was left open.</summary>
/// <param name="Endpoint">What takes it, as <see cref="PostEndpoints.All"/> has it.</param>
internal sealed record FilledForm(string Endpoint, string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    // By the end of a field's name: what fits there and a look at its type does not tell.
    private static readonly Dictionary<string, string> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NationalId"] = "199001019802", ["WorkFrom"] = "20", ["WorkTo"] = "40", ["GivenName"] = "Test", ["FamilyName"] = "Testsson", ["Degree"] = "50",
    };

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date);

    /// <param name="asItStood">Nothing is filled in that the page had not.</param>
    public static IEnumerable<FilledForm> On(IDocument page, bool asItStood = false)
    {
        foreach (var form in page.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>())
        {
            foreach (var button in form.Elements.Where(e => e is IHtmlButtonElement { Type: "submit" }).Cast<IHtmlButtonElement>())
            {
                var action = button.GetAttribute("formaction") ?? form.GetAttribute("action");
                var address = new Uri(new Uri(page.Url), string.IsNullOrEmpty(action) ? page.Url : action);
                if (PostEndpoints.Of(address) is { } endpoint)
                    yield return new FilledForm(endpoint, address.PathAndQuery, [.. Of(form, asItStood), .. Pressed(button)]);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Pressed(IHtmlButtonElement button) => button.Name is { Length: > 0 } name ? [new(name, button.Value)] : [];

    private static IEnumerable<KeyValuePair<string, string>> Of(IHtmlFormElement form, bool asItStood)
    {
        var chosen = form.Elements.OfType<IHtmlInputElement>().Where(i => i is { Type: "radio" or "checkbox", IsChecked: true }).Select(i => i.Name).ToHashSet();
        foreach (var field in form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } && !e.HasAttribute("disabled")))
        {
            var name = field.GetAttribute("name")!;
            var value = field switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked || (!asItStood && chosen.Add(name)) ? box.Value : null,
                IHtmlInputElement { Type: "file" or "submit" } => null,
                IHtmlInputElement { Type: "hidden" } hidden => hidden.Value,
                IHtmlInputElement input => asItStood || input.Value.Length > 0 ? input.Value : Fit(name, input.Type),
                IHtmlTextAreaElement area => asItStood || area.Value.Length > 0 ? area.Value : "Words that were written down.",
                IHtmlSelectElement list => asItStood || list.Value is { Length: > 0 } ? list.Value : list.Options.FirstOrDefault(o => o.Value.Length > 0)?.Value,
                _ => null,
            };
            if (value is not null)
                yield return new(name, value);
        }
    }

    private static string Fit(string name, string type) =>
        ByName.FirstOrDefault(n => name.EndsWith(n.Key, StringComparison.OrdinalIgnoreCase)).Value ?? type switch
        {
            "date" => $"{Today.AddDays(30):yyyy-MM-dd}",
            "datetime-local" => $"{Today.AddDays(7):yyyy-MM-dd}T13:30",
            "time" => "13:30",
            "number" => "1",
            "email" => "someone@post.example",
            "tel" => "070-123 45 67",
            _ => "Written down",
        };
}
