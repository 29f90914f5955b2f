using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace CommonGround.Testing.Pages;

/// <summary>A form of a page, filled in by the names of its fields. What a test does not touch is sent as the page had it.</summary>
public sealed class Form(IHtmlFormElement element)
{
    /// <summary>Writes into a text field, a text area or a list.</summary>
    public Form Fill(string name, string value)
    {
        switch (Field(name))
        {
            case IHtmlInputElement { Type: "radio" or "checkbox" }:
                return Choose(name, value);
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement list:
                Assert.True(list.Options.Any(option => option.Value == value), $"The list '{name}' has no '{value}'.");
                list.Value = value;
                break;
            default:
                throw new NotSupportedException($"'{name}' cannot be filled in.");
        }

        return this;
    }

    /// <summary>Ticks a box, or chooses one of several.</summary>
    public Form Choose(string name, string value = "true")
    {
        var options = Fields(name).OfType<IHtmlInputElement>().Where(input => input.Type is "radio" or "checkbox").ToList();
        var chosen = options.SingleOrDefault(input => input.Value == value);
        Assert.True(chosen is not null, $"'{name}' has no choice '{value}', only: {string.Join(", ", options.Select(option => option.Value))}");
        foreach (var option in options.Where(option => option.Type == "radio")) option.IsChecked = false;
        chosen.IsChecked = true;
        return this;
    }

    public Form Clear(string name, string value = "true")
    {
        foreach (var option in Fields(name).OfType<IHtmlInputElement>().Where(input => input.Value == value)) option.IsChecked = false;
        return this;
    }

    public string Value(string name) => Field(name) switch
    {
        IHtmlInputElement { Type: "radio" } => Fields(name).OfType<IHtmlInputElement>().FirstOrDefault(input => input.IsChecked)?.Value ?? "",
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement list => list.Value ?? "",
        var other => other.TextContent,
    };

    /// <summary>The request that a browser would send when <paramref name="button"/> is pressed.</summary>
    public HttpRequestMessage Request(string? button = null)
    {
        var pressed = element.QuerySelector(button ?? "button:not([type=button]), input[type=submit]") as IHtmlElement;
        Assert.True(pressed is not null, $"The form has no button '{button}':\n{element.OuterHtml}");
        var sent = element.GetSubmission(pressed)!;
        var request = new HttpRequestMessage(new System.Net.Http.HttpMethod(sent.Method.ToString().ToUpperInvariant()), new Uri(sent.Target.Href));
        if (request.Method == System.Net.Http.HttpMethod.Get) return request;

        request.Content = new StreamContent(sent.Body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(sent.MimeType!);
        return request;
    }

    private IElement Field(string name)
    {
        var field = Fields(name).FirstOrDefault();
        Assert.True(field is not null, $"The form has no field '{name}', only: {string.Join(", ", Names())}");
        return field;
    }

    private IEnumerable<IElement> Fields(string name) => element.Elements.Where(field => field.GetAttribute("name") == name);

    private IEnumerable<string> Names() => element.Elements.Select(field => field.GetAttribute("name")).OfType<string>().Distinct();
}
