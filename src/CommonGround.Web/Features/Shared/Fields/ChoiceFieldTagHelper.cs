using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Fields;

/// <summary>
/// One of a few (radios), several of a few (checkboxes) or one of many (select):
/// <c>&lt;choice-field for="Input.How" label="@T[…]" choices="Model.Ways" as="radios" /&gt;</c>.
/// </summary>
[HtmlTargetElement("choice-field", Attributes = "for, choices", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoiceFieldTagHelper(Texts t) : FieldTagHelper(t)
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>radios, checkboxes or select.</summary>
    public string As { get; set; } = "radios";

    /// <summary>Short choices side by side.</summary>
    public bool Across { get; set; }

    /// <summary>Leaves out the empty first line of a select: something is always chosen.</summary>
    public bool AlwaysOne { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (As == "select")
        {
            output.Attributes.Clear();
            FieldBox.Write(output, FieldId, Title(), About(), Select());
            return;
        }

        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-fieldset");
        if (DescribedBy is { } ids)
        {
            output.Attributes.SetAttribute("aria-describedby", ids);
        }

        output.Content.AppendHtml("<legend>").AppendHtml(Title()).AppendHtml("</legend>").AppendHtml(About());
        output.Content.AppendHtml(Across ? "<div class=\"choices across\">" : "<div class=\"choices\">");
        foreach (var (choice, index) in Choices.Select((choice, index) => (choice, index)))
        {
            output.Content.AppendHtml(One(choice, index));
        }

        output.Content.AppendHtml("</div>");
    }

    private HtmlContentBuilder One(Choice choice, int index)
    {
        // The first carries the field's own id, so that the error summary leads there.
        var id = index == 0 ? FieldId : $"{FieldId}-{index}";
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = As == "checkboxes" ? "checkbox" : "radio";
        input.Attributes["id"] = id;
        input.Attributes["name"] = FieldName;
        input.Attributes["value"] = choice.Value;
        input.AddCssClass("ds-input");
        if (Values.Contains(choice.Value))
        {
            input.Attributes["checked"] = "checked";
        }

        if (Error is not null)
        {
            input.Attributes["aria-invalid"] = "true";
        }

        if (choice.Hint is not null)
        {
            input.Attributes["aria-describedby"] = id + "-about";
        }

        var html = new HtmlContentBuilder();
        html.AppendHtml("<div class=\"ds-field\">").AppendHtml(input).AppendHtml(Html($"""<label for="{id}">{choice.Text}</label>"""));
        if (choice.Hint is not null)
        {
            html.AppendHtml(Html($"""<p class="hint" id="{id}-about">{choice.Hint}</p>"""));
        }

        html.AppendHtml("</div>");
        return html;
    }

    private TagBuilder Select()
    {
        var select = new TagBuilder("select");
        select.Attributes["id"] = FieldId;
        select.Attributes["name"] = FieldName;
        select.AddCssClass("ds-input");
        Mark(select);
        if (!AlwaysOne)
        {
            select.InnerHtml.AppendHtml(Html($"""<option value="">{T["form.choose"]}</option>"""));
        }

        foreach (var choice in Choices)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = choice.Value;
            if (Values.Contains(choice.Value))
            {
                option.Attributes["selected"] = "selected";
            }

            option.InnerHtml.Append(choice.Text);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }
}
