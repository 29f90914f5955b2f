using System.Collections;
using System.Globalization;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Fields;

/// <summary>
/// What all fields share: label, hint, who will read it, what needs another look, and ids that tie them together.
/// What a person typed comes back as typed, also where it could not be understood.
/// </summary>
public abstract class FieldTagHelper(Texts t) : TagHelper
{
    public ModelExpression For { get; set; } = default!;

    public string Label { get; set; } = string.Empty;

    public string? Hint { get; set; }

    /// <summary>Who will read what is written here, ready to read: every free text says it before it is saved.</summary>
    public string? Readers { get; set; }

    /// <summary>Says beside the label that the field may be left empty.</summary>
    public bool Optional { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    protected Texts T => t;

    /// <summary>The error summary, which stands before the fields, names them by this.</summary>
    public override void Init(TagHelperContext context) => FieldLabels.Of(ViewContext.HttpContext)[FieldName] = Label;

    protected string FieldName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string FieldId => TagBuilder.CreateSanitizedId(FieldName, "_");

    private ModelStateEntry? Entry => ViewContext.ViewData.ModelState.TryGetValue(FieldName, out var entry) ? entry : null;

    protected string? Error => Entry?.Errors.FirstOrDefault()?.ErrorMessage;

    protected string? DescribedBy
    {
        get
        {
            var ids = new[] { (Hint, "hint"), (Readers, "readers"), (Error, "error") }
                .Where(part => !string.IsNullOrEmpty(part.Item1)).Select(part => $"{FieldId}-{part.Item2}").ToList();
            return ids.Count == 0 ? null : string.Join(' ', ids);
        }
    }

    protected string Value => Values.FirstOrDefault() ?? string.Empty;

    protected IReadOnlyCollection<string> Values => Entry?.RawValue switch
    {
        string one => [one],
        string[] many => many,
        _ => For.Model switch
        {
            null => [],
            string text => [text],
            IEnumerable many => [.. many.Cast<object?>().Select(Written)],
            var one => [Written(one)],
        },
    };

    protected HtmlContentBuilder Title() =>
        Optional
            ? Html($"""{Label} <span class="optional">({t["form.optional"]})</span>""")
            : Html($"{Label}");

    /// <summary>Hint, readers and error: between the label and the control, so that they are met before writing begins.</summary>
    protected HtmlContentBuilder About()
    {
        var about = new HtmlContentBuilder();
        if (!string.IsNullOrEmpty(Hint))
        {
            about.AppendHtml(Html($"""<p class="hint" id="{FieldId}-hint" data-field="description">{Hint}</p>"""));
        }

        if (!string.IsNullOrEmpty(Readers))
        {
            about.AppendHtml(Html($"""<p class="readers" id="{FieldId}-readers">{Readers}</p>"""));
        }

        if (Error is { Length: > 0 } error)
        {
            about.AppendHtml(Html($"""<p class="ds-validation-message" id="{FieldId}-error" data-field="validation">{error}</p>"""));
        }

        return about;
    }

    /// <summary>Encodes every part that is put in, so that only the markup written here is markup.</summary>
    protected static HtmlContentBuilder Html(FormattableString markup)
    {
        var html = new HtmlContentBuilder();
        html.AppendFormat(markup.Format, [.. markup.GetArguments().Select(part => part ?? string.Empty)]);
        return html;
    }

    protected void Mark(TagBuilder control)
    {
        if (DescribedBy is { } ids)
        {
            control.Attributes["aria-describedby"] = ids;
        }

        if (Error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }
    }

    // Dates and times as browsers' own controls want them; numbers as the person's language writes them.
    private static string Written(object? value) => value switch
    {
        null => string.Empty,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        // As it was written: a database may add decimals.
        decimal number => number.ToString("0.####", CultureInfo.CurrentCulture),
        IFormattable other => other.ToString(null, CultureInfo.CurrentCulture),
        var other => other.ToString() ?? string.Empty,
    };
}
