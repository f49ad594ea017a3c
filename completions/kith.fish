# fish completion for kith. It asks the program.

function __kith_complete
    # What is typed of the word at the cursor, without a quote that is still open.
    set -l open (commandline -ct | string replace -r '^(--[a-z-]+=)?[\'"]' '$1' | string unescape)
    set -l before (commandline -opc)
    for line in (kith __complete -- $before[2..-1] "$open" 2>/dev/null)
        switch $line
            case \tfiles
                __fish_complete_path "$open"
            case \tdirectories
                __fish_complete_directories "$open" ''
            case '*'
                echo $line
        end
    end
end

complete -c kith -f -k -a '(__kith_complete)'
