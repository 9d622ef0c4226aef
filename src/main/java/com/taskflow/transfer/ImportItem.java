package com.taskflow.transfer;

/**
 * One item of a section.
 *
 * @param position its place in the section, from 0
 */
public record ImportItem<T>(int position, T value) {

}
